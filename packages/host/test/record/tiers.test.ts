import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { apart, gate, loadOn, tiers } from "../tiers/tiers.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { fixture } from "../wasi/fixture.ts";
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

const maker = wat(`(module
  (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
  (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
  (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0)))`);

const taker = wat(`(module
  (import "test:links/things@1.0.0" "[constructor]thing" (func $new (param i32) (result i32)))
  (import "test:links/things@1.0.0" "[method]thing.get" (func $get (param i32) (result i32)))
  (import "test:links/things@1.0.0" "[resource-drop]thing" (func $drop (param i32)))
  (func (export "double") (param i32) (result i32) (local $thing i32)
    (local.set $thing (call $new (local.get 0)))
    (call $get (local.get $thing))
    (call $drop (local.get $thing))
    (i32.mul (i32.const 2))))`);

const things = {
  "test:links/things": {
    Thing: class {
      readonly value: number;
      constructor(value: number) {
        this.value = value;
      }
      get(): number {
        return this.value;
      }
    },
  },
};

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

  test.each(["compiled", "reference"] as const)(
    "resources of either side are the same numbers, %s",
    async (canonicalAbi) => {
      const record = new Recorded();
      const plugin = await loadOn<{ things: { Thing: new (value: number) => Disposable & { get(): number } } }>(
        tier,
        maker,
        {
          contract: linkContract("maker"),
          canonicalAbi,
          record,
        },
      );
      const { Thing } = plugin.exports.things;
      const [first, second] = [await Thing.create(5), await Thing.create(6)];
      expect([await second.get(), await first.get()]).toEqual([6, 5]);
      first[Symbol.dispose]();
      expect(await second.get()).toBe(6);
      const calls = record.lines.filter(({ kind }) => kind === "call");
      expect(calls.map(({ args }) => args)).toEqual([[5], [6], [1], [0], [5], [1]]);
      expect(await record.replay(maker)).toMatchObject({ matches: true, calls: 6 });
      plugin.dispose();

      const taken = new Recorded();
      const options = { contract: linkContract("taker"), canonicalAbi, imports: things, record: taken };
      const user = await loadOn<{ double(value: number): number }>(tier, taker, options);
      expect([await user.exports.double(4), await user.exports.double(5)]).toEqual([8, 10]);
      expect(await taken.replay(taker)).toMatchObject({ matches: true, calls: 2, imports: 6 });
      user.dispose();
    },
  );

  test("what a component asks of WASI 0.2 is answered again, its resources too", async () => {
    const record = new Recorded();
    const options = { grant: { keyvalue: { "": true as const }, logging: () => undefined }, record };
    const plugin = await loadOn<{ count(key: string): number }>(tier, fixture("services"), options);
    expect([await plugin.exports.count("a"), await plugin.exports.count("a")]).toEqual([1, 2]);
    plugin.dispose();
    const inline = new Recorded();
    const other = await loadOn<{ count(key: string): number }>("inline", fixture("services"), {
      ...options,
      record: inline,
    });
    expect([await other.exports.count("a"), await other.exports.count("a")]).toEqual([1, 2]);
    other.dispose();
    expect(record.lines.slice(1)).toEqual(inline.lines.slice(1));
    expect(record.lines.some((line) => line["interface"]?.toString().startsWith("wasi:keyvalue/"))).toBe(true);
    expect(await record.replay(fixture("services"))).toMatchObject({ matches: true, calls: 2 });
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
