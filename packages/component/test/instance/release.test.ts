import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { ValueFunction } from "@polyplug/abi";
import { planCorePlugin } from "@polyplug/component";
import { decodeModule } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { abis, exported, load } from "../plugin.ts";
import { wat } from "../wat.ts";
import { func, u32, world } from "../worlds.ts";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

const text = `(module (memory (export "memory") 1) (func (export "run") (result i32) (i32.const 3)))`;

/** A function of a plugin that was released, and what it must not keep. */
async function released(abi: (typeof abis)[number]): Promise<[ValueFunction, WeakRef<WebAssembly.Memory>]> {
  const plan = planCorePlugin(decodeModule(wat(text)), world({}, { run: func([], u32) }), "utf8");
  const { instance, guard } = await load(plan, { abi });
  const run = instance.lift(exported(plan, "run"));
  expect(run()).toBe(3);
  if (instance.memory === undefined) return expect.unreachable("it has a memory");
  const memory = new WeakRef(instance.memory);
  guard.life.alive = false;
  instance.release();
  expect(instance.memory).toBeUndefined();
  return [run, memory];
}

test.each(abis)("a function that somebody still holds keeps no memory, by $name", async (abi) => {
  const [run, memory] = await released(abi);
  for (let round = 0; round < 20 && memory.deref() !== undefined; round++) {
    await setTimeout(5);
    gc();
  }
  expect(memory.deref()).toBeUndefined();
  expect(failure(() => run()).code).toBe("poisoned");
});
