import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { loadOn } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";

interface Spinner {
  spin(): void;
  add(a: number, b: number): number;
}

const spinner = wat(`(module
  (func (export "spin") (loop $again (br $again)))
  (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))`);

test("one thread watches the calls of all, and of those that come after them", async () => {
  let threads = 0;
  const count = (): void => void threads++;
  process.on("worker", count);
  const limits = { time: "300ms" };
  const inline = await loadPlugin<Spinner>(spinner, { limits });
  for (let round = 1; round <= 2; round++) {
    const plugins = await Promise.all([1, 2].map(() => loadOn<Spinner>("worker", spinner, { limits })));
    expect(threads).toBe(1 + 2 * round);
    const faults = plugins.map((plugin) => failure(() => plugin.exports.spin()));
    for (const fault of await Promise.all(faults)) {
      expect(fault).toMatchObject({ code: "time-limit", path: "limits.time" });
      expect(fault.frames).toMatchObject([{ index: 0 }]);
    }
    for (const plugin of plugins) plugin.dispose();
    expect(inline.exports.add(1, 7)).toBe(8);
  }
  process.off("worker", count);
  expect(await failure(() => inline.exports.spin())).toMatchObject({ code: "time-limit" });
});
