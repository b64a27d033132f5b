import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

interface Counter {
  /** Runs `rounds` rounds of 4 instructions, within `loop`, `end` and `end`. */
  count(rounds: number): void;
}

const counter = wat(`(module (func (export "count") (param i32)
  (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`);

test("a call that runs as many instructions as it may returns, and one that runs more ends", async () => {
  // loop, then local.get i32.const i32.sub local.tee br_if each round, and two ends.
  const instructions = (rounds: number): number => 1 + 5 * rounds + 2;
  const limits = { fuel: instructions(100) };
  const plugin = await loadPlugin<Counter>(counter, { limits });
  for (let call = 0; call < 3; call++) plugin.exports.count(100);
  const error = await failure(() => plugin.exports.count(101));
  expect(error).toMatchObject({ code: "time-limit", path: "limits.fuel", export: "count" });
  expect(error.message).toBe("cannot call count: limits.fuel: a call may run 503 instructions, and it came to 506");
  expect(await failure(() => plugin.exports.count(1))).toMatchObject({ code: "poisoned", cause: error });
});

test("it ends at the same instruction on every run", async () => {
  const text = `(module (global $steps (export "steps") (mut i32) (i32.const 0))
    (func $step (param i32) (global.set $steps (i32.add (global.get $steps) (local.get 0))))
    (func (export "run") (param i32) (loop (call $step (local.get 0)) (br 0)))
    (func (export "done") (result i32) (global.get $steps)))`;
  const used = new Set<string>();
  for (let run = 0; run < 20; run++) {
    const plugin = await loadPlugin<{ run(by: number): void }>(wat(text), { limits: { fuel: 10_000n } });
    const { message } = await failure(() => plugin.exports.run(1));
    used.add(message);
  }
  expect([...used]).toEqual([expect.stringContaining("a call may run 10000 instructions")]);
});

test.each([
  ["a start function", `(func $s (loop (br 0))) (start $s)`, "its start function"],
  ["_initialize", `(func (export "_initialize") (loop (br 0)))`, "_initialize"],
])("%s uses fuel too", async (_, body, what) => {
  const error = await failure(() => loadPlugin(wat(`(module ${body})`), { limits: { fuel: 1_000 } }));
  expect(error).toMatchObject({ code: "time-limit", path: "limits.fuel" });
  expect(error.message).toContain(`${what}: limits.fuel: `);
});

test("what enters a plugin again within a call uses of the same fuel, and another plugin of its own", async () => {
  const text = `(module (import "env" "again" (func $again (param i32)))
    (func (export "run") (param i32)
      (call $again (local.get 0))
      (local.set 0 (i32.const 10))
      (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`;
  interface Runner {
    run(depth: number): void;
  }
  const load = (fuel: number, again: (depth: number) => void) =>
    loadPlugin<Runner>(wat(text), { limits: { fuel }, imports: { env: { again } } });
  const other = await load(100, () => undefined);
  // 58 instructions in each of 11 calls, and 58 in the other plugin's.
  const plugin: Runner = (
    await load(58 * 11, (depth) => {
      other.exports.run(0);
      if (depth > 0) plugin.run(depth - 1);
    })
  ).exports;
  plugin.run(10);
  plugin.run(10);
  const error = await failure(() => plugin.run(11));
  expect(error.path).toBe("limits.fuel");
  expect(() => other.exports.run(0)).not.toThrow();
});

test("time and fuel hold together", async () => {
  const plenty = await loadPlugin<Counter>(counter, { limits: { fuel: 2n ** 60n, time: "30ms" } });
  expect(await failure(() => plenty.exports.count(0))).toMatchObject({ path: "limits.time" });
  const little = await loadPlugin<Counter>(counter, { limits: { fuel: 1_000, time: "10s" } });
  expect(await failure(() => little.exports.count(0))).toMatchObject({ path: "limits.fuel" });
});

test.each([-1, 1.5, "100", 2n ** 63n, -1n, Number.NaN])("%s is no fuel", async (fuel) => {
  const error = await failure(() => loadPlugin(counter, { limits: { fuel: fuel as number } }));
  expect(error).toMatchObject({ code: "bad-argument", path: "limits.fuel" });
});

test("a function that becomes larger than engines take is refused, by what made it so", async () => {
  // Each block is paid for by itself, which takes ten times its room.
  const plugin = wat(`(module (func (export "run") ${"(block)".repeat(300_000)}))`);
  (await loadPlugin(plugin, { limits: { time: "10s" } })).dispose();
  const error = await failure(() => loadPlugin(plugin, { limits: { fuel: 1_000_000 }, name: "blocks" }));
  expect(error).toMatchObject({ code: "unsupported", path: "limits.fuel", plugin: "blocks", offset: undefined });
  expect(error.message).toMatch(
    /^cannot load blocks: limits\.fuel: with what counts it becomes larger than engines take/,
  );
});
