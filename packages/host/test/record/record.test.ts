import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool, loadPlugin, replayCalls, watchPlugin } from "@polyplug/host";
import { describe, expect, onTestFinished, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { Recorded, replay } from "./recorded.ts";

interface Machine {
  twice(n: number): number;
  wide(n: bigint, x: number): [bigint, number];
  fail(): void;
  spin(): void;
}

const machine = wat(`(module
  (import "env" "log" (func $log (param i32) (result i32)))
  (func (export "twice") (param i32) (result i32) (i32.mul (i32.const 2) (call $log (local.get 0))))
  (func (export "wide") (param i64 f64) (result i64 f64) (local.get 0) (local.get 1))
  (func $inner unreachable)
  (func (export "fail") (drop (call $log (i32.const -1))) (call $inner))
  (func (export "spin") (loop $again (br $again))))`);

const log = (n: number): number => n + 1;

test("what crosses is written as it crosses, and runs again without the host", async () => {
  const record = new Recorded();
  const plugin = await loadPlugin<Machine>(machine, { name: "machine", imports: { env: { log } }, record });
  plugin.exports.twice(3);
  plugin.exports.wide(-(2n ** 63n), -0);
  plugin.dispose();
  expect(record.lines).toEqual([
    expect.objectContaining({
      polyplug: "record",
      version: 1,
      plugin: "machine",
      hash: expect.stringMatching(/^sha256-/),
    }),
    { kind: "load" },
    { kind: "call", id: 0, function: "twice", args: [3] },
    { kind: "import", id: 1, interface: "env", function: "log", args: [3] },
    { kind: "answer", id: 1, value: 4 },
    { kind: "return", id: 0, value: 8 },
    { kind: "call", id: 2, function: "wide", args: ["-9223372036854775808", "-0"] },
    { kind: "return", id: 2, value: ["-9223372036854775808", "-0"] },
    { kind: "dispose" },
  ]);
  expect(await record.replay(machine)).toEqual({
    matches: true,
    plugin: "machine",
    sameBytes: true,
    calls: 2,
    imports: 1,
    end: "complete",
    fault: undefined,
    difference: undefined,
  });
});

test("a record that ends with a trap meets the same trap again", async () => {
  const record = new Recorded();
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log } }, record });
  await failure(() => plugin.exports.fail());
  // Nothing enters it any more, so nothing is recorded either.
  await failure(() => plugin.exports.twice(1));
  expect(record.lines.at(-1)).toEqual({
    kind: "throw",
    id: 0,
    code: "trap",
    reason: "trap: unreachable",
    frames: [3, 4],
  });
  const outcome = await record.replay(machine);
  expect(outcome).toMatchObject({ matches: true, fault: { code: "trap", reason: "trap: unreachable" } });
});

test("a time limit is met again, under the limits of the record", async () => {
  const record = new Recorded();
  const limits = { time: "20ms" };
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log } }, limits, record });
  await failure(() => plugin.exports.spin());
  expect(await record.replay(machine)).toMatchObject({ matches: true, fault: { code: "time-limit" } });
});

test("the first thing that another plugin does differently is told with its line", async () => {
  const record = new Recorded();
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log } }, record });
  plugin.exports.twice(3);
  plugin.exports.twice(4);
  const other = (text: string) =>
    wat(`(module (import "env" "log" (func $log (param i32) (result i32)))
    (func (export "twice") (param i32) (result i32) ${text}))`);
  const differs = async (text: string) => (await record.replay(other(text))).difference;
  expect(await differs("(i32.mul (i32.const 3) (call $log (local.get 0)))")).toEqual({
    line: 6,
    wanted: '{"kind":"return","id":0,"value":8}',
    found: '{"kind":"return","id":0,"value":12}',
  });
  expect(await differs("(call $log (i32.const 9))")).toEqual({
    line: 4,
    wanted: '{"kind":"import","id":1,"interface":"env","function":"log","args":[3]}',
    found: '{"kind":"import","interface":"env","function":"log","args":[9]}',
  });
  expect(await differs("(i32.const 8)")).toMatchObject({ line: 4, found: '{"kind":"return","id":0,"value":8}' });
  expect(await differs("unreachable")).toMatchObject({
    line: 4,
    found: expect.stringContaining('"kind":"throw","id":0,"code":"trap"'),
  });
  const more = "(drop (call $log (local.get 0))) (i32.mul (i32.const 2) (call $log (local.get 0)))";
  expect(await differs(more)).toMatchObject({ line: 6, found: expect.stringContaining('"kind":"import"') });
  // A plugin that catches everything does not catch the end of its replay.
  const catching = "(try (do (drop (call $log (i32.const 9)))) (catch_all)) (i32.const 8)";
  expect(await differs(catching)).toMatchObject({ line: 4 });
  expect(await record.replay(machine)).toMatchObject({ matches: true, sameBytes: true });
  expect(await record.replay(other("(i32.mul (i32.const 2) (call $log (local.get 0)))"))).toMatchObject({
    matches: true,
    sameBytes: false,
  });
});

test("calls within calls nest, and what a host function throws is thrown again", async () => {
  const text = `(module (import "env" "again" (func $again (param i32) (result i32)))
    (func (export "down") (param i32) (result i32)
      (if (result i32) (local.get 0) (then (call $again (i32.sub (local.get 0) (i32.const 1)))) (else (i32.const 7)))))`;
  const record = new Recorded();
  const plugin = await loadPlugin<{ down(n: number): number }>(wat(text), {
    imports: {
      env: {
        again(n: number): number {
          if (n > 90) throw new Error("too deep");
          return plugin.exports.down(n) + 1;
        },
      },
    },
    record,
  });
  expect(plugin.exports.down(5)).toBe(12);
  const error = await failure(() => plugin.exports.down(100));
  expect(error.message).toMatch(/host function env\.again threw: too deep/);
  expect(await record.replay(wat(text))).toMatchObject({
    matches: true,
    calls: 7,
    fault: { code: "trap", reason: error.reason },
  });
});

test("a fault while it is loaded, a restart after it, and a dispose within a call are run again", async () => {
  const text = `(module (import "env" "check" (func $check (result i32)))
    (func $start (if (call $check) (then unreachable))) (start $start)
    (func (export "fail") unreachable)
    (func (export "ask") (result i32) (call $check)))`;
  const answers = [0, 0, 1, 0, 0, 5];
  let onAsk = (): void => undefined;
  const check = (): number => {
    onAsk();
    return answers.shift() ?? 0;
  };
  const record = new Recorded();
  const options = { imports: { env: { check } }, onFault: { backOff: "0ms" } };
  const plugin = await loadPlugin<{ fail(): void; ask(): number }>(wat(text), { ...options, record });
  expect(plugin.exports.ask()).toBe(0);
  await failure(() => plugin.exports.fail());
  expect((await failure(() => plugin.exports.ask())).reason).toMatch(/its start function: trap/);
  await new Promise((resolve) => setImmediate(resolve));
  while ((await answer(() => plugin.exports.ask())) === "later") await new Promise((resolve) => setImmediate(resolve));
  onAsk = () => plugin.dispose();
  await failure(() => plugin.exports.ask());
  const kinds = record.lines.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "load")).toHaveLength(3);
  expect(kinds).toContain("fault");
  expect(await record.replay(wat(text))).toMatchObject({ matches: true, end: "complete" });
});

async function answer(call: () => unknown): Promise<unknown> {
  try {
    return call();
  } catch (error) {
    if (/on its way back$/.test(String(error))) return "later";
    throw error;
  }
}

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

test.each(["compiled", "reference"] as const)("resources of either side are numbers, %s", async (canonicalAbi) => {
  const maker = wat(`(module
    (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
    (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0))
    (func (export "test:links/things@1.0.0#[dtor]thing") (param i32)))`);
  const record = new Recorded();
  const contract = linkContract("maker");
  const { exports } = await loadPlugin<{ things: { Thing: new (value: number) => Disposable & { get(): number } } }>(
    maker,
    { contract, canonicalAbi, record },
  );
  const [first, second] = [new exports.things.Thing(5), new exports.things.Thing(6)];
  second.get();
  first[Symbol.dispose]();
  second.get();
  expect(record.lines.filter(({ kind }) => kind === "call").map(({ args }) => args)).toEqual([[5], [6], [1], [5], [1]]);
  expect(await record.replay(maker)).toMatchObject({ matches: true, calls: 5 });

  const taker = wat(`(module
    (import "test:links/things@1.0.0" "[constructor]thing" (func $new (param i32) (result i32)))
    (import "test:links/things@1.0.0" "[method]thing.get" (func $get (param i32) (result i32)))
    (import "test:links/things@1.0.0" "[resource-drop]thing" (func $drop (param i32)))
    (func (export "double") (param i32) (result i32) (local $thing i32)
      (local.set $thing (call $new (local.get 0)))
      (call $get (local.get $thing))
      (call $drop (local.get $thing))
      (i32.mul (i32.const 2))))`);
  const taken = new Recorded();
  const user = await loadPlugin<{ double(value: number): number }>(taker, {
    contract: linkContract("taker"),
    canonicalAbi,
    imports: things,
    record: taken,
  });
  expect([user.exports.double(4), user.exports.double(5)]).toEqual([8, 10]);
  expect(await taken.replay(taker)).toMatchObject({ matches: true, calls: 2, imports: 6 });
});

describe("WASI is answered from the record", () => {
  const sensing = wat(`(module
    (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
    (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_sizes_get" (func $sizes (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_get" (func $environ (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (memory (export "memory") 1)
    (func (export "now") (result i64) (drop (call $clock (i32.const 0) (i64.const 1) (i32.const 8))) (i64.load (i32.const 8)))
    (func (export "random") (result i64) (drop (call $random (i32.const 16) (i32.const 8))) (i64.load (i32.const 16)))
    (func (export "environ") (result i64)
      (drop (call $sizes (i32.const 24) (i32.const 28)))
      (drop (call $environ (i32.const 32) (i32.const 64)))
      (i64.load (i32.const 64)))
    (func (export "read") (result i64)
      (i32.store (i32.const 96) (i32.const 128)) (i32.store (i32.const 100) (i32.const 3))
      (i32.store (i32.const 104) (i32.const 131)) (i32.store (i32.const 108) (i32.const 60))
      (drop (call $read (i32.const 0) (i32.const 96) (i32.const 2) (i32.const 112)))
      (i64.load (i32.const 128)))
    (func (export "quit") (param i32) (call $exit (local.get 0))))`);

  test("clocks, random bytes, the environment and input come out as they were, without a grant", async () => {
    const record = new Recorded();
    const { exports } = await loadPlugin<Record<"now" | "random" | "environ" | "read", () => bigint>>(sensing, {
      grant: { clock: true, random: true, env: { LANG: "en" }, stdin: "polyglot" },
      record,
    });
    const found = [exports.now(), exports.random(), exports.environ(), exports.random(), exports.now(), exports.read()];
    expect(found[0]).not.toBe(found[4]);
    expect(found[1]).not.toBe(found[3]);
    expect(found[5]).toBe(new DataView(new TextEncoder().encode("polyglot").buffer).getBigUint64(0, true));
    expect(await record.replay(sensing)).toMatchObject({ matches: true, calls: 6, imports: 7 });
  });

  test("an exit is one again", async () => {
    const record = new Recorded();
    const plugin = await loadPlugin<{ quit(status: number): void }>(sensing, { record });
    await failure(() => plugin.exports.quit(3));
    expect(record.lines.at(-1)).toMatchObject({ kind: "throw", code: "exited", exitCode: 3 });
    expect(await record.replay(sensing)).toMatchObject({ matches: true, fault: { code: "exited" } });
  });
});

describe("a record on disk", () => {
  async function folder(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), "polyplug-record-"));
    onTestFinished(() => rm(path, { recursive: true }));
    return path;
  }

  test("has each line before the call goes on, and is closed when the plugin is disposed", async () => {
    const file = join(await folder(), "calls.jsonl");
    const lengths: number[] = [];
    const plugin = await loadPlugin<Machine>(machine, {
      imports: {
        env: {
          log(n: number): number {
            lengths.push(n);
            return n;
          },
        },
      },
      record: file,
    });
    plugin.exports.twice(3);
    const before = await readFile(file, "utf8");
    expect(before.endsWith('{"kind":"return","id":0,"value":6}\n')).toBe(true);
    plugin.dispose();
    expect(await readFile(file, "utf8")).toBe(`${before}{"kind":"dispose"}\n`);
    expect(await replayCalls(file, machine)).toMatchObject({ matches: true });
  });

  test("that cannot be written is refused, and one that cannot be read too", async () => {
    const path = join(await folder(), "absent", "calls.jsonl");
    const error = await failure(() => loadPlugin(machine, { imports: { env: { log } }, record: path }));
    expect(error).toMatchObject({ code: "bad-argument", path: "record.to" });
    expect(await failure(() => replayCalls(path, machine))).toMatchObject({ code: "unreadable" });
  });
});

test("beyond its size a record says that there was more, and the plugin goes on", async () => {
  const record = new Recorded();
  const { to } = record;
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log } }, record: { to, maxSize: "4KiB" } });
  for (let n = 0; n < 500; n++) expect(plugin.exports.twice(n)).toBe(2 * n + 2);
  plugin.dispose();
  expect(new TextEncoder().encode(record.text).length).toBeLessThanOrEqual(4_096);
  expect(record.lines.at(-1)).toEqual({ kind: "truncated", maxSize: 4_096 });
  const outcome = await record.replay(machine);
  expect(outcome).toMatchObject({ matches: true, end: "truncated" });
  expect(outcome.calls).toBeGreaterThan(3);
});

test("a record whose process was killed ends in the middle of a call, and of a line", async () => {
  const record = new Recorded();
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log } }, record });
  plugin.exports.twice(3);
  const lines = record.text.trimEnd().split("\n");
  for (let kept = 3; kept < lines.length; kept++) {
    const cut = `${lines.slice(0, kept).join("\n")}\n${(lines[kept] ?? "").slice(0, 9)}`;
    expect(await replay(cut, machine)).toMatchObject({ matches: true, end: "cut" });
  }
});

test("what does not fit is not recorded, for it never reached the plugin", async () => {
  const record = new Recorded();
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log } }, record });
  await failure(() => plugin.exports.twice("3" as never));
  await failure(() => plugin.exports.twice(2.5));
  plugin.exports.twice(1);
  expect(await record.replay(machine)).toMatchObject({ matches: true });
});

test("an answer that does not fit is one that does not fit again", async () => {
  const record = new Recorded();
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log: () => "no number" } }, record });
  await failure(() => plugin.exports.twice(1));
  expect(await record.replay(machine)).toMatchObject({ matches: true, fault: { code: "bad-result" } });
});

test("what cannot be recorded is refused when it is loaded", async () => {
  const to = (): void => undefined;
  const shares = wat(`(module (import "env" "memory" (memory 1)))`);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const error = await failure(() => loadPlugin(shares, { imports: { env: { memory } }, record: { to } }));
  expect(error).toMatchObject({ code: "unsupported", path: "record" });
  expect(error.message).toMatch(/it imports a memory, env\.memory, and only functions can be recorded$/);
  for (const [path, record] of [
    ["record", 3],
    ["record.to", {}],
    ["record.maxSize", { to, maxSize: "1KiB" }],
    ["record.from", { to, from: 3 }],
  ] as const) {
    const refused = await failure(() => loadPlugin(machine, { imports: { env: { log } }, record: record as never }));
    expect(refused).toMatchObject({ code: "bad-argument", path });
  }
  const pooled = { size: 1, record: { to } } as never;
  expect(await failure(() => createPool(machine, pooled))).toMatchObject({
    code: "bad-argument",
    path: "options.record",
  });
  expect(await failure(() => watchPlugin("absent.wasm", pooled))).toMatchObject({ code: "bad-argument" });
});
