import { loadPlugin } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { type AnyPlugin, apart, gate, loadOn, tiers } from "./tiers.ts";

const limits = { time: "100ms" };
const forEver = "(loop $again (br $again))";

const adder = wat(`(module (func (export "add") (param i32 i32) (result i32)
  (i32.add (local.get 0) (local.get 1))))`);

interface Adder {
  add(a: number, b: number): number;
}

interface Runner {
  run(first: number): number;
}

/** Those on which time ends a call wherever it is. */
const timed = tiers.filter((tier) => tier !== "inline");

describe.each(timed)("on the tier %s", (tier) => {
  /** What the host and every other plugin do while one misbehaves. */
  const others = async (): Promise<void> => {
    using plugin = await loadOn<Adder>(tier, adder);
    expect(await plugin.exports.add(1, 7)).toBe(8);
  };

  test.each([
    ["the start function", `(func $start ${forEver}) (start $start)`],
    ["_initialize", `(func (export "_initialize") ${forEver})`],
    ["__wasm_call_ctors", `(func (export "__wasm_call_ctors") ${forEver})`],
  ])("%s that never ends does", async (_, code) => {
    const loading = loadOn(tier, wat(`(module ${code})`), { limits, name: "endless" });
    expect(await failure(() => loading)).toMatchObject({ code: "time-limit", plugin: "endless", path: "limits.time" });
    await others();
  });

  test.each([
    ["an export", `(func (export "run") (param i32) (result i32) ${forEver} unreachable)`],
    [
      "an export that catches everything",
      `(func (export "run") (param i32) (result i32) (loop $again (try (do ${forEver}) (catch_all)) (br $again)) unreachable)`,
    ],
    [
      "post-return",
      `(func (export "run") (param i32) (result i32) (local.get 0)) (func (export "cabi_post_run") (param i32) ${forEver})`,
    ],
    [
      "memory.fill of gigabytes",
      `(memory 2000) (func (export "run") (param i32) (result i32)
        (loop $again (memory.fill (i32.const 0) (i32.const 1) (i32.const 0x7d00000)) (br $again)) unreachable)`,
    ],
  ])("%s that never ends does, and ends the plugin alone", async (_, code) => {
    const contract = linkContract("older");
    using plugin = await loadOn<Runner>(tier, wat(`(module ${code})`), { contract, limits });
    const [call, later] = [plugin.exports.run(1), plugin.exports.run(1)];
    const [fault, refusal] = await Promise.all([failure(() => call), failure(() => later)]);
    expect(fault).toMatchObject({ code: "time-limit", export: "run", path: "limits.time" });
    expect(refusal).toMatchObject({ code: "poisoned" });
    expect(plugin.alive).toBe(false);
    await others();
  });

  test("realloc that never ends does", async () => {
    const plugin = await loadOn<{ log: { write(line: string): void } }>(
      tier,
      wat(`(module (memory (export "memory") 1)
        (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) ${forEver} unreachable)
        (func (export "test:links/log@1.0.0#write") (param i32 i32)))`),
      { limits, contract: linkContract("logger") },
    );
    expect(await failure(() => plugin.exports.log.write("a line"))).toMatchObject({ code: "time-limit" });
    expect(plugin.alive).toBe(false);
  });

  test("a destructor that never ends does, and the next call is told so", async () => {
    const plugin = await loadOn<{ things: { Thing: new (value: number) => Disposable & { get(): number } } }>(
      tier,
      wat(`(module
        (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
        (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
        (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0))
        (func (export "test:links/things@1.0.0#[dtor]thing") (param i32) ${forEver}))`),
      { limits, contract: linkContract("maker") },
    );
    const { Thing } = plugin.exports.things;
    const [thing, other] = [await Thing.create(7), await Thing.create(8)];
    thing[Symbol.dispose]();
    const refusal = await failure(() => other.get());
    expect(refusal).toMatchObject({ code: "poisoned", cause: { code: "time-limit" } });
    await others();
  });

  test("a function of the host's that calls back for ever ends by the stack, or by the time", async () => {
    const calling = wat(`(module (import "env" "f" (func $f))
      (func (export "call") (call $f)) (func (export "spin") ${forEver}))`);
    let plugin: AnyPlugin<{ call(): void; spin(): void }> | undefined;
    plugin = await loadOn<{ call(): void; spin(): void }>(tier, calling, {
      limits,
      imports: { env: { f: async () => await plugin?.exports.spin() } },
    });
    const fault = await failure(() => plugin?.exports.call());
    expect(["time-limit", "poisoned", "trap"]).toContain(fault.code);
    expect(plugin.alive).toBe(false);
    await others();
  });

  test("recursion to the end of the stack is a trap", async () => {
    const deep = wat(`(module (func $f (export "f") (param i32) (result i32)
      (i32.add (call $f (local.get 0)) (i32.const 1))))`);
    using plugin = await loadOn<{ f(value: number): number }>(tier, deep);
    expect(await failure(() => plugin.exports.f(1))).toMatchObject({ code: "trap", reason: "trap: stack exhausted" });
    await others();
  });

  test("memory does not grow beyond what is allowed by itself", async () => {
    const growing = wat(`(module (memory 1) (func (export "grow") (result i32)
      (loop $again (br_if $again (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) (memory.size)))`);
    using plugin = await loadOn<{ grow(): number }>(tier, growing);
    expect(await plugin.exports.grow()).toBeLessThanOrEqual((256 * 2 ** 20) / 65_536);
  });

  test("a gigabyte of output is cut at its bound, once", async () => {
    const loud = wat(`(module
      (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
      (memory (export "memory") 1025)
      (data (i32.const 0) "\\10\\00\\00\\00\\00\\00\\00\\04")
      (func (export "shout") (loop $again (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))) (br $again))))`);
    let bytes = 0;
    const stdout = (chunk: Uint8Array): void => {
      bytes += chunk.length;
    };
    using plugin = await loadOn<{ shout(): void }>(tier, loud, { grant: { stdout }, limits: { time: "60s" } });
    expect(await failure(() => plugin.exports.shout())).toMatchObject({ code: "output-limit" });
    expect(bytes).toBe(2 ** 20);
    await others();
  });

  test("a bomb of instances leaves nothing behind", async () => {
    const plugins = await Promise.all(Array.from({ length: 8 }, () => loadOn<Adder>(tier, adder)));
    const sums = plugins.flatMap(({ exports }) => Array.from({ length: 20 }, (_, index) => exports.add(index, index)));
    expect(await Promise.all(sums)).toHaveLength(160);
    for (const plugin of plugins) plugin.dispose();
    for (const { exports } of plugins) expect((await failure(() => exports.add(1, 1))).code).toBe("disposed");
  });
});

describe.each(apart)("on the tier %s, beside the host", (isolation) => {
  test("stdin may be a live stream", async () => {
    const reading = wat(`(module
      (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
      (memory (export "memory") 1)
      (data (i32.const 0) "\\10\\00\\00\\00\\08\\00\\00\\00")
      (func (export "read") (result i32)
        (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8))) (i32.load (i32.const 8))))`);
    const next = gate();
    async function* typing(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.of(1, 2, 3);
      await next.opened;
      yield Uint8Array.of(4);
    }
    using plugin = await loadPlugin<{ read(): number }>(reading, {
      isolation,
      grant: { stdin: typing() as never },
    });
    expect(await plugin.exports.read()).toBe(3);
    const second = plugin.exports.read();
    next.open();
    expect(await second).toBe(1);
    expect(await plugin.exports.read()).toBe(0);
  });

  test("dispose during a call ends that call, and the guest", async () => {
    const plugin = await loadPlugin<Runner>(
      wat(`(module (func (export "run") (param i32) (result i32) ${forEver} unreachable))`),
      { isolation },
    );
    const call = failure(() => plugin.exports.run(1));
    plugin.dispose();
    expect(await call).toMatchObject({ code: "disposed", export: "run" });
  });
});
