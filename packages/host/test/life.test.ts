import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

interface Fragile {
  divide(a: number, b: number): number;
  forever(): void;
  outside(): number;
}

const fragile = wat(`(module
  (memory 1)
  (func $inner (param i32 i32) (result i32) local.get 0 local.get 1 i32.div_s)
  (func $_ZN4math6divideEii (param i32 i32) (result i32) local.get 0 local.get 1 call $inner)
  (func $forever (export "forever") call $forever)
  (func (export "outside") (result i32) i32.const -1 i32.load)
  (export "divide" (func $_ZN4math6divideEii)))`);

test("a trap is told with the guest's demangled stack, and ends that plugin only", async () => {
  const plugin = await loadPlugin<Fragile>(fragile, { name: "fragile" });
  const other = await loadPlugin<Fragile>(fragile, { name: "other" });
  expect(plugin.exports.divide(6, 3)).toBe(2);
  const error = await failure(() => plugin.exports.divide(1, 0));
  expect(error).toMatchObject({ code: "trap", plugin: "fragile", export: "divide" });
  expect(error.message).toBe("cannot call divide: trap: divide by zero");
  expect(error.frames?.map(({ name }) => name)).toEqual(["inner", "math::divide(int, int)"]);
  expect(error.stack).toMatch(/cannot call divide.*\n {4}at inner \(fragile\.wasm:0x[0-9a-f]+\)\n {4}at math::divide/);
  expect(error.cause).toBeInstanceOf(WebAssembly.RuntimeError);

  const later = await failure(() => plugin.exports.divide(6, 3));
  expect(later).toMatchObject({ code: "poisoned", cause: error, plugin: "fragile" });
  expect(other.exports.divide(6, 3)).toBe(2);
});

test("a stack is told to its end though the engine's limit is ten frames, and the limit stays what it was", async () => {
  const text = `(module (import "wasi_snapshot_preview1" "proc_exit" (func (param i32)))
    (func $down (param i32)
      (if (i32.eqz (local.get 0)) (then unreachable) (else (call $down (i32.sub (local.get 0) (i32.const 1))))))
    (func $named_start (export "start") (call $down (i32.const 30)))
    (func $set_up (export "_start") (call $down (i32.const 30))))`;
  const limit = Error.stackTraceLimit;
  const plugin = await loadPlugin<{ start(): void }>(wat(text));
  const error = await failure(() => plugin.exports.start());
  expect(error.frames).toHaveLength(32);
  expect(error.frames?.at(-1)?.name).toBe("named_start");
  const command = await loadPlugin(wat(text));
  expect((await failure(() => command.run())).frames?.at(-1)?.name).toBe("set_up");
  expect(Error.stackTraceLimit).toBe(limit);
});

test("a plugin that imports nothing keeps the engine's own number of frames", async () => {
  const text = `(module (func $down (export "down") (param i32)
    (if (i32.eqz (local.get 0)) (then unreachable) (else (call $down (i32.sub (local.get 0) (i32.const 1)))))))`;
  const plugin = await loadPlugin<{ down(n: number): void }>(wat(text));
  const error = await failure(() => plugin.exports.down(200));
  expect(error.frames).toHaveLength(Error.stackTraceLimit);
});

test("a function's name cannot send anything to a terminal", async () => {
  // The name section is put together by hand: function 0 is called ESC [ 2 J.
  const names = [0x00, 0x10, 4, ...new TextEncoder().encode("name"), 1, 9, 1, 0, 6, 0x1b, 0x5b, 0x32, 0x4a, 0xc2, 0x9b];
  const code = wat(`(module (func (export "f") unreachable))`);
  const unnamed = code.subarray(0, code.indexOf(0x0b) + 1);
  const plugin = await loadPlugin(new Uint8Array([...unnamed, ...names]));
  const error = await failure(() => plugin.exports["f"]?.());
  expect(error.frames?.[0]?.name).toBe("\\u{1b}[2J\\u{9b}");
  expect(error.stack).not.toContain("\u001b");
});

test("a frame's offset is where the instruction lies in the file", async () => {
  const plugin = await loadPlugin<Fragile>(fragile);
  const error = await failure(() => plugin.exports.divide(1, 0));
  expect(fragile[error.frames?.[0]?.offset ?? 0]).toBe(0x6d);
});

test("recursion without end and a wrong address are traps", async () => {
  const deep = await loadPlugin<Fragile>(fragile);
  expect((await failure(() => deep.exports.forever())).message).toBe("cannot call forever: trap: stack exhausted");
  const wrong = await loadPlugin<Fragile>(fragile);
  expect((await failure(() => wrong.exports.outside())).message).toMatch(/^cannot call outside: trap: memory access/);
});

test("a disposed plugin refuses calls, and may be disposed again", async () => {
  const plugin = await loadPlugin<Fragile>(fragile, { name: "fragile" });
  const { exports } = plugin;
  plugin.dispose();
  plugin.dispose();
  const error = await failure(() => exports.divide(6, 3));
  expect(error).toMatchObject({ code: "disposed", plugin: "fragile", export: "divide" });
  expect(error.message).toBe("cannot call divide: fragile was disposed");
  expect((await failure(() => plugin.run())).code).toBe("disposed");
});

test("a plugin that trapped and was disposed is disposed", async () => {
  const plugin = await loadPlugin<Fragile>(fragile);
  const trap = await failure(() => plugin.exports.divide(1, 0));
  plugin.dispose();
  expect(await failure(() => plugin.exports.divide(1, 1))).toMatchObject({ code: "disposed", cause: trap });
});

test("`using` disposes at the end of its block", async () => {
  let escaped: Fragile | undefined;
  {
    using plugin = await loadPlugin<Fragile>(fragile);
    escaped = plugin.exports;
    expect(escaped.divide(6, 3)).toBe(2);
  }
  expect((await failure(() => escaped?.divide(6, 3))).code).toBe("disposed");
});

test("a disposed plugin's memory is collected though its exports are still held", async () => {
  const { collected } = await import("./collected.ts");
  const plugin = await loadPlugin<Fragile>(wat(`(module (memory (export "memory") 1) (func (export "f")))`));
  const { exports } = plugin;
  const memory = new WeakRef(plugin.memories["memory"] ?? {});
  plugin.dispose();
  expect(await collected(memory)).toBe(true);
  expect(Object.keys(exports)).toEqual(["f"]);
});

test("a disposed plugin's memory is collected though WASI worked on it and the plugin is still held", async () => {
  const { collected } = await import("./collected.ts");
  const text = `(module (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
    (memory (export "memory") 1)
    (func (export "fill") (result i32) (call $random (i32.const 0) (i32.const 8))))`;
  const plugin = await loadPlugin<{ fill(): number }>(wat(text), { grant: { random: true } });
  expect(plugin.exports.fill()).toBe(0);
  const memory = new WeakRef(plugin.memories["memory"] ?? plugin);
  plugin.dispose();
  expect(await collected(memory)).toBe(true);
  expect(plugin.memories).toEqual({});
});

test("a plugin disposed by a host function during a call ends that call", async () => {
  const plugin = await loadPlugin<{ call(): number }>(
    wat(`(module (import "env" "stop" (func $stop)) (func (export "call") (result i32) call $stop i32.const 1))`),
    { imports: { env: { stop: () => plugin.dispose() } } },
  );
  expect((await failure(() => plugin.exports.call())).code).toBe("disposed");
});

test("a start function that traps, and setting up that traps, are told when loading", async () => {
  const start = await failure(() => loadPlugin(wat("(module (func $boom unreachable) (start $boom))")));
  expect(start).toMatchObject({ code: "trap" });
  expect(start.message).toBe("cannot load plugin: its start function: trap: unreachable");
  expect(start.frames?.[0]?.name).toBe("boom");
  const setUp = await failure(() => loadPlugin(wat(`(module (func (export "_initialize") unreachable))`)));
  expect(setUp.message).toBe("cannot load plugin: _initialize: trap: unreachable");
});

test("_initialize runs once, before anything else; __wasm_call_ctors where there is none", async () => {
  const counter = (name: string) =>
    wat(`(module (global $n (mut i32) (i32.const 0))
      (func (export "${name}") global.get $n i32.const 1 i32.add global.set $n)
      (func (export "count") (result i32) global.get $n))`);
  for (const name of ["_initialize", "__wasm_call_ctors"]) {
    const plugin = await loadPlugin<{ count(): number }>(counter(name));
    expect(plugin.exports.count()).toBe(1);
    expect(Object.keys(plugin.exports)).toEqual(["count"]);
  }
});
