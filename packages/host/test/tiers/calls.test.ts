import type { PluginError } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { loadOn, tiers } from "./tiers.ts";

interface Numbers {
  add(a: number, b: number): number;
  negate(value: bigint): bigint;
  half(value: number): number;
  third(value: number): number;
  swap(a: number, b: bigint): [bigint, number];
  nothing(): undefined;
  trap(): never;
}

const numbers = wat(`(module
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "negate") (param i64) (result i64) (i64.sub (i64.const 0) (local.get 0)))
  (func (export "half") (param f64) (result f64) (f64.div (local.get 0) (f64.const 2)))
  (func (export "third") (param f32) (result f32) (f32.div (local.get 0) (f32.const 3)))
  (func (export "swap") (param i32 i64) (result i64 i32) (local.get 1) (local.get 0))
  (func (export "nothing"))
  (func $inner unreachable)
  (func $trap (export "trap") call $inner))`);

interface User {
  run(): void;
}

const escaped = (text: string): string => Buffer.from(text).toString("hex").replace(/../g, "\\$&");

/** Writes a line that it has, so many bytes of it. */
const writing = (line: string) =>
  wat(`(module
    (import "test:links/log@1.0.0" "write" (func $write (param i32 i32)))
    (memory (export "memory") 1)
    (data (i32.const 16) "${escaped(line)}")
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "run") (call $write (i32.const 16) (i32.const ${Buffer.byteLength(line)}))))`);

describe.each(tiers)("on the tier %s", (tier) => {
  test("core values pass as they are", async () => {
    using plugin = await loadOn<Numbers>(tier, numbers);
    const { add, negate, half, third, swap, nothing } = plugin.exports;
    expect(await add(1, 7)).toBe(8);
    expect(await add(0xffff_ffff, -1)).toBe(-2);
    expect(await negate(-(2n ** 63n) + 1n)).toBe(2n ** 63n - 1n);
    expect(await half(-0)).toBe(-0);
    expect(await half(Number.NaN)).toBeNaN();
    expect(await third(1)).toBe(Math.fround(1 / 3));
    expect(await swap(-1, 2n ** 63n)).toEqual([-(2n ** 63n), -1]);
    expect(await nothing()).toBeUndefined();
  });

  test("an argument that does not fit is refused, and ends nothing", async () => {
    using plugin = await loadOn<Numbers>(tier, numbers, { name: "numbers" });
    const wrong = plugin.exports.add as (...args: unknown[]) => unknown;
    expect(await failure(async () => await wrong(1, "7"))).toMatchObject({
      code: "bad-argument",
      plugin: "numbers",
      export: "add",
      path: "argument 2",
      message: 'cannot call add: argument 2: expected an i32, got "7"',
    });
    expect((await failure(async () => await wrong(1))).reason).toBe("expected 2 arguments, got 1");
    expect(await plugin.exports.add(1, 7)).toBe(8);
  });

  test("a trap has the guest's frames, and ends the plugin", async () => {
    using plugin = await loadOn<Numbers>(tier, numbers, { name: "numbers" });
    const fault = await failure(async () => await plugin.exports.trap());
    expect(fault).toMatchObject({ code: "trap", plugin: "numbers", export: "trap", reason: "trap: unreachable" });
    expect(fault.frames?.map(({ name }) => name).slice(0, 2)).toEqual(["inner", "trap"]);
    expect(fault.stack).toContain("at inner (numbers.wasm:0x");
    expect(plugin.alive).toBe(false);
    const later = await failure(async () => await plugin.exports.add(1, 7));
    expect(later).toMatchObject({ code: "poisoned", export: "add" });
    expect((later.cause as PluginError).code).toBe("trap");
  });

  test("a disposed plugin says so", async () => {
    const plugin = await loadOn<Numbers>(tier, numbers, { name: "numbers" });
    plugin.dispose();
    plugin.dispose();
    expect(plugin.alive).toBe(false);
    expect(await failure(async () => await plugin.exports.add(1, 7))).toMatchObject({
      code: "disposed",
      message: "cannot call add: numbers was disposed",
    });
  });

  test("several calls at once are answered in their order, with the arguments that they were made with", async () => {
    using plugin = await loadOn<Numbers>(tier, numbers);
    const order: number[] = [];
    const calls = Array.from({ length: 100 }, async (_, index) => {
      const sum = await plugin.exports.add(index, index);
      order.push(index);
      return sum;
    });
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 100 }, (_, index) => 2 * index));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test.each(["short", "ä€🦜".repeat(3), "x".repeat(60_000)])("text passes as it is", async (line) => {
    const lines: string[] = [];
    const imports = { "test:links/log": { write: (one: string) => lines.push(one) } };
    using plugin = await loadOn<User>(tier, writing(line), { contract: linkContract("user"), imports });
    await plugin.exports.run();
    expect(lines).toEqual([line]);
  });

  test("what a plugin cannot be loaded for is told as ever", async () => {
    const missing = wat(`(module (import "env" "f" (func)))`);
    expect(await failure(() => loadOn(tier, missing, { name: "needy" }))).toMatchObject({
      code: "missing-import",
      plugin: "needy",
      missing: [{ module: "env", name: "f", type: "func ()" }],
    });
    const failing = wat(`(module (func $start unreachable) (start $start))`);
    expect(await failure(() => loadOn(tier, failing, { name: "failing" }))).toMatchObject({
      code: "trap",
      message: "cannot load failing: its start function: trap: unreachable",
    });
    expect(await failure(() => loadOn(tier, Uint8Array.of(1, 2, 3)))).toMatchObject({ code: "not-wasm" });
    expect(await failure(() => loadOn(tier, numbers, { contract: linkContract("older") }))).toMatchObject({
      code: "contract-mismatch",
      differences: [{ path: "export run" }],
    });
  });

  test("a command runs once, and gives its status", async () => {
    const command = wat(`(module
      (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1)
      (func (export "_start") (call $exit (i32.const 3))))`);
    using plugin = await loadOn(tier, command, { name: "command" });
    expect(await plugin.run()).toBe(3);
    expect(await failure(async () => await plugin.run())).toMatchObject({ code: "exited" });
  });
});
