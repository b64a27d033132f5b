import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

const numbers = wat(`(module
  (func (export "i32") (param i32) (result i32) local.get 0)
  (func (export "i64") (param i64) (result i64) local.get 0)
  (func (export "f32") (param f32) (result f32) local.get 0)
  (func (export "f64") (param f64) (result f64) local.get 0)
  (func (export "adder") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
  (func (export "none"))
  (func (export "swap") (param i32 f64) (result f64 i32) local.get 1 local.get 0)
  (func (export "reference") (param externref) (result externref) local.get 0)
  (func (export "function") (param funcref))
  (func (export "vector") (param v128))
  (func (export "vectors") (result v128) v128.const i64x2 0 0))`);

interface Numbers {
  i32(value: unknown): number;
  i64(value: unknown): bigint;
  f32(value: unknown): number;
  f64(value: unknown): number;
  adder(...values: unknown[]): number;
  none(): undefined;
  swap(a: number, b: number): [number, number];
  reference(value: unknown): unknown;
  function(value: unknown): void;
  vector(value: unknown): void;
  vectors(): void;
}

test("numbers cross as they are, i64 as bigint, several results as an array", async () => {
  const { exports } = await loadPlugin<Numbers>(numbers);
  expect(exports.adder(1, 7)).toBe(8);
  expect(exports.i32(-(2 ** 31))).toBe(-(2 ** 31));
  expect(exports.i32(2 ** 32 - 1)).toBe(-1);
  expect(exports.i64(-(2n ** 63n))).toBe(-(2n ** 63n));
  expect(exports.i64(2n ** 64n - 1n)).toBe(-1n);
  expect(exports.f32(0.1)).toBe(Math.fround(0.1));
  expect(exports.f64(-0)).toBe(-0);
  expect(exports.f64(Number.NaN)).toBeNaN();
  expect(exports.none()).toBeUndefined();
  expect(exports.swap(3, 0.5)).toEqual([0.5, 3]);
  const object = {};
  expect(exports.reference(object)).toBe(object);
});

test.each([
  ["i32", "x", 'cannot call i32: argument 1: expected an i32, got "x"'],
  ["i32", 1.5, "cannot call i32: argument 1: expected an i32, got 1.5"],
  ["i32", 2 ** 32, "cannot call i32: argument 1: expected an i32, got 4294967296"],
  ["i32", -(2 ** 31) - 1, "cannot call i32: argument 1: expected an i32, got -2147483649"],
  ["i32", Number.NaN, "cannot call i32: argument 1: expected an i32, got NaN"],
  ["i32", 1n, "cannot call i32: argument 1: expected an i32, got 1n"],
  ["i32", undefined, "cannot call i32: argument 1: expected an i32, got undefined"],
  ["i32", null, "cannot call i32: argument 1: expected an i32, got null"],
  ["i32", [1], "cannot call i32: argument 1: expected an i32, got an array"],
  ["i32", { valueOf: (): number => 1 }, "cannot call i32: argument 1: expected an i32, got an object"],
  ["i64", 1, "cannot call i64: argument 1: expected an i64 (a bigint), got 1"],
  ["i64", 2n ** 64n, "cannot call i64: argument 1: expected an i64 (a bigint), got 18446744073709551616n"],
  ["f32", "1", 'cannot call f32: argument 1: expected an f32, got "1"'],
  ["f64", 1n, "cannot call f64: argument 1: expected an f64, got 1n"],
  ["f64", Symbol("s"), "cannot call f64: argument 1: expected an f64, got Symbol(s)"],
] as const)("%s refuses %o", async (name, value, message) => {
  const { exports } = await loadPlugin<Numbers>(numbers);
  const error = await failure(() => exports[name](value));
  expect(error).toMatchObject({ code: "bad-argument", message, export: name, path: "argument 1" });
  expect(exports.adder(2, 4)).toBe(6);
});

test("a wrong argument is named by its position", async () => {
  const { exports } = await loadPlugin<Numbers>(numbers);
  const error = await failure(() => exports.adder(1, "x"));
  expect(error.message).toBe('cannot call adder: argument 2: expected an i32, got "x"');
});

test.each([[[]], [[1]], [[1, 2, 3]]])("adder refuses %j for its two arguments", async (args) => {
  const { exports } = await loadPlugin<Numbers>(numbers);
  const error = await failure(() => exports.adder(...args));
  expect(error.code).toBe("bad-argument");
  expect(error.message).toBe(`cannot call adder: expected 2 arguments, got ${args.length}`);
});

test("what JavaScript cannot pass is refused, and the plugin goes on", async () => {
  const { exports } = await loadPlugin<Numbers>(numbers);
  expect((await failure(() => exports.function(() => 1))).code).toBe("bad-argument");
  expect((await failure(() => exports.vector(0))).code).toBe("bad-argument");
  expect((await failure(() => exports.vectors())).code).toBe("bad-argument");
  expect(exports.adder(1, 7)).toBe(8);
});

test("an export may have any name, and no prototype is touched", async () => {
  const names = ["__proto__", "constructor", "then", "toString", "hasOwnProperty", "\u2028`);process.exit();//", ""];
  const text = names.map((name, index) => {
    const bytes = [...new TextEncoder().encode(name)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`);
    return `(func (export "${bytes.join("")}") (result i32) i32.const ${index})`;
  });
  const plugin = await loadPlugin(wat(`(module ${text.join("\n")})`));
  expect(Object.getPrototypeOf(plugin.exports)).toBeNull();
  expect(Object.keys(plugin.exports)).toEqual(names);
  expect(names.map((name) => plugin.exports[name]?.())).toEqual(names.map((_, index) => index));
  expect(plugin.exports["valueOf"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["0"]).toBeUndefined();
  expect(Object.isFrozen(plugin.exports)).toBe(true);
});

test("memories are there to read and write by hand", async () => {
  const plugin = await loadPlugin(wat(`(module (memory (export "memory") 1) (data (i32.const 8) "hello"))`));
  const bytes = new Uint8Array(plugin.memories["memory"]?.buffer ?? new ArrayBuffer(0), 8, 5);
  expect(new TextDecoder().decode(bytes)).toBe("hello");
  plugin.dispose();
  expect(plugin.memories).toEqual({});
});
