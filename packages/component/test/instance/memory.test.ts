import { memoryUsage } from "node:process";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { planFixture } from "../fixture.ts";
import { load } from "../plugin.ts";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

async function used(): Promise<number> {
  await setTimeout(20);
  gc();
  const { heapUsed, external } = memoryUsage();
  return heapUsed + external;
}

test("10,000 instances one after another leave memory as it was", async () => {
  const plan = await planFixture("add");
  const modules = await Promise.all(plan.modules.map(({ bytes }) => WebAssembly.compile(Uint8Array.from(bytes))));
  const imports = { say: () => undefined };
  const cycles = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++) {
      const { call, instance, guard } = await load(plan, { modules, imports });
      call("add", 2, 3);
      guard.life.alive = false;
      instance.release();
    }
  };
  await cycles(1_000);
  const before = await used();
  await cycles(10_000);
  // Fewer bytes each than the smallest object that an instance could leave behind.
  expect((await used()) - before).toBeLessThan(10_000 * 50);
});
