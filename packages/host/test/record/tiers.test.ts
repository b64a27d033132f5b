import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { apart, gate, loadOn, tiers } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";
import { Recorded } from "./recorded.ts";

interface Machine {
  twice(n: number): number;
  random(): bigint;
  environ(): bigint;
  fail(): void;
}

const machine = wat(`(module
  (import "env" "log" (func $log (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_get" (func $environ (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "twice") (param i32) (result i32) (i32.mul (i32.const 2) (call $log (local.get 0))))
  (func (export "random") (result i64)
    (drop (call $random (i32.const 16) (i32.const 8)))
    (drop (call $log (i32.const 7)))
    (i64.load (i32.const 16)))
  (func (export "environ") (result i64) (drop (call $environ (i32.const 32) (i32.const 64))) (i64.load (i32.const 64)))
  (func $inner unreachable)
  (func (export "fail") (drop (call $log (i32.const -1))) (call $inner)))`);

const imports = { env: { log: (n: number): number => n + 1 } };

/** What a plugin is asked to do, and the lines that it leaves, but for the first, which says where that was. */
async function linesOn(tier: (typeof tiers)[number]): Promise<readonly object[]> {
  const record = new Recorded();
  const grant = { env: { LANG: "en" }, random: { seed: 3 } };
  const plugin = await loadOn<Machine>(tier, machine, { name: "machine", imports, grant, record });
  const { twice, random, environ, fail } = plugin.exports;
  await Promise.all([twice(3), random(), environ(), twice(4)]);
  await failure(fail);
  plugin.dispose();
  expect(await record.replay(machine)).toMatchObject({
    matches: true,
    calls: 5,
    end: "complete",
    difference: undefined,
  });
  return record.lines.slice(1);
}

describe.each(tiers.filter((tier) => tier !== "inline"))("on the tier %s", (tier) => {
  test("a record has the very lines that it has inline, and runs again there", async () => {
    expect(await linesOn(tier)).toEqual(await linesOn("inline"));
  });

  test("a plugin that goes on after a fault is one record", async () => {
    const record = new Recorded();
    const plugin = await loadOn<Machine>(tier, machine, { imports, record, onFault: "restart" });
    await plugin.exports.twice(1);
    await failure(plugin.exports.fail);
    await plugin.exports.twice(2);
    plugin.dispose();
    expect(record.lines.filter(({ kind }) => kind === "load")).toHaveLength(2);
    expect(await record.replay(machine)).toMatchObject({ matches: true, calls: 3, end: "complete" });
  });

  test("what waits for its turn is written when it has it", async () => {
    const asked = gate();
    const answered = gate();
    const log = async (n: number): Promise<number> => {
      asked.open();
      await answered.opened;
      return n;
    };
    const record = new Recorded();
    const plugin = await loadOn<Machine>(tier, machine, { imports: { env: { log } }, record });
    const first = plugin.exports.twice(1);
    await asked.opened;
    const second = plugin.exports.twice(2);
    expect(record.lines.filter(({ kind }) => kind === "call")).toHaveLength(1);
    answered.open();
    expect(await Promise.all([first, second])).toEqual([2, 4]);
    plugin.dispose();
    const kinds = [
      "load",
      ...["call", "import", "answer", "return"],
      ...["call", "import", "answer", "return"],
      "dispose",
    ];
    expect(record.lines.slice(1).map(({ kind }) => kind)).toEqual(kinds);
    expect(await record.replay(machine)).toMatchObject({ matches: true, calls: 2 });
  });
});

test.each(apart)("on the tier %s a plugin that is disposed while it waits is one again", async (isolation) => {
  const asked = gate();
  const log = (): Promise<never> => {
    asked.open();
    return new Promise(() => undefined);
  };
  const record = new Recorded();
  const plugin = await loadOn<Machine>(isolation, machine, { imports: { env: { log } }, record });
  const call = failure(() => plugin.exports.twice(1));
  await asked.opened;
  plugin.dispose();
  expect(await call).toMatchObject({ code: "disposed" });
  expect(record.lines.slice(1).map(({ kind }) => kind)).toEqual(["load", "call", "import", "dispose", "fail", "throw"]);
  expect(await record.replay(machine)).toMatchObject({ matches: true, calls: 1, imports: 1 });
});
