import { loadPlugin } from "@polyplug/host";
import { encodeModule } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

const exit = `(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))`;
const exitAndGoOn = `try (call $exit (i32.const 7)) catch_all end`;

test.each([
  ["a start function", `(func $s ${exitAndGoOn}) (start $s)`, "its start function"],
  ["a command's start function", `(func $s ${exitAndGoOn}) (start $s) (func (export "_start"))`, "its start function"],
  ["_initialize", `(func (export "_initialize") ${exitAndGoOn})`, "_initialize"],
])("%s that exits and catches that is not loaded", async (_, body, what) => {
  const error = await failure(() => loadPlugin(wat(`(module ${exit} ${body})`)));
  expect(error).toMatchObject({ code: "exited", exitCode: 7 });
  expect(error.message).toBe(`cannot load plugin: ${what}: the plugin exited with status 7`);
});

test.each(["RangeError", "TypeError", "LinkError"])(
  "a host function that throws a %s in a start function is told of",
  async (kind) => {
    const errors = { RangeError, TypeError, LinkError: WebAssembly.LinkError };
    const text = `(module (import "env" "f" (func $f)) (func $s try call $f catch_all end) (start $s))`;
    const f = (): never => {
      throw new errors[kind as keyof typeof errors]("boo");
    };
    const error = await failure(() => loadPlugin(wat(text), { imports: { env: { f } } }));
    expect(error.message).toBe("cannot load plugin: its start function: host function env.f threw: boo");
    expect(error.code).toBe("trap");
  },
);

test("an answer in a start function that only the engine finds fault with is no fault of how it was linked", async () => {
  const bytes = encodeModule({
    // () -> i31ref; () -> ()
    type: Uint8Array.of(2, 0x60, 0, 1, 0x6c, 0x60, 0, 0),
    import: Uint8Array.of(1, 1, 0x65, 1, 0x66, 0, 0),
    function: Uint8Array.of(1, 1),
    start: Uint8Array.of(1),
    code: Uint8Array.of(1, 5, 0, 0x10, 0, 0x1a, 0x0b),
  });
  const error = await failure(() => loadPlugin(bytes, { imports: { e: { f: () => "no i31" } } }));
  expect(error.code).toBe("trap");
  expect(error.message).toMatch(/^cannot load plugin: its start function: trap: type incompatibility/);
});

test("a segment that does not fit is not blamed on a start function", async () => {
  const error = await failure(() => loadPlugin(wat(`(module (memory 1) (data (i32.const 70000) "x"))`)));
  expect(error.code).toBe("trap");
  expect(error.message).toMatch(/^cannot load plugin: trap: data segment (0 )?is out of bounds/);
});

test("what starts and sets up takes and gives nothing; a function of such a name that does is like any other", async () => {
  const text = `(module (func (export "_start") (param i32) (result i32) local.get 0)
    (func (export "_initialize") (param i64) unreachable)
    (func (export "__wasm_call_ctors") (result i32) unreachable))`;
  const plugin = await loadPlugin<{ _start(n: number): number }>(wat(text));
  expect(plugin.info.entry).toBe("plain");
  expect(plugin.exports._start(5)).toBe(5);
  expect((await failure(() => plugin.run())).code).toBe("unsupported");
});

test("a plugin that imports one memory and exports another has WASI work on the one it exports", async () => {
  const text = `(module (import "env" "memory" (memory $host 1))
    (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
    (memory $own 2)
    (export "memory" (memory $own))
    (func (export "fill") (result i32) (call $random (i32.const 65536) (i32.const 8))))`;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const options = { imports: { env: { memory } }, grant: { random: { seed: 1 } } };
  const plugin = await loadPlugin<{ fill(): number }>(wat(text), options);
  expect(plugin.exports.fill()).toBe(0);
  const own = plugin.memories["memory"];
  expect(own && new Uint8Array(own.buffer, 65536, 8).some((byte) => byte !== 0)).toBe(true);
});
