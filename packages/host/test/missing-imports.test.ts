import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

test("one error lists every import that nobody provides, with its type, who asks for it and the cure", async () => {
  const text = `(module
    (import "env" "abort" (func (param i32 i32 i32 i32)))
    (import "logger" "line" (func (param i32 i64) (result f64)))
    (import "env" "memory" (memory 1 16))
    (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
    (import "acme:text/log@1.2.0" "write" (func (param i32 i32))))`;
  const error = await failure(() => loadPlugin(wat(text)));
  expect(error.code).toBe("missing-import");
  expect(error.missing?.map(({ module, name, type, askedBy }) => [module, name, type, askedBy])).toEqual([
    ["env", "abort", "func (i32, i32, i32, i32)", "AssemblyScript"],
    ["logger", "line", "func (i32, i64) -> f64", "the plugin's own code"],
    ["env", "memory", "memory 1..16", "the plugin's own code"],
    ["acme:text/log@1.2.0", "write", "func (i32, i32)", "a contract"],
  ]);
  expect(error.message).toContain("cannot load plugin: it has 4 imports that nobody provides\n");
  expect(error.message).toContain("imports: { logger: { line: (a, b) => { … } } }");
  expect(error.message).toContain('imports: { "acme:text/log@1.2.0": { write: (a, b) => { … } } }');
});

test("what helps where no host can provide it is told by itself", async () => {
  const hints = async (module: string, name: string): Promise<unknown> => {
    const error = await failure(() => loadPlugin(wat(`(module (import "${module}" "${name}" (func)))`)));
    const [missing] = error.missing ?? [];
    return [missing?.hint, missing?.cure];
  };
  const rebuild = "preview0 was replaced in 2019; build the plugin for wasm32-wasip1";
  expect(await hints("wasi_unstable", "fd_write")).toEqual([rebuild, rebuild]);
  expect(await hints("env", "abort")).toEqual([
    "compile with `--use abort=` to trap instead",
    "compile with `--use abort=` to trap instead, or provide it: imports: { env: { abort: () => { … } } }",
  ]);
  expect(await hints("env", "f")).toEqual([undefined, "provide it: imports: { env: { f: () => { … } } }"]);
});

test.each([
  ["wasi_unstable", "fd_write", "WASI preview0"],
  ["wasi:cli/stdout@0.2.0", "get-stdout", "WASI 0.2"],
  ["gojs", "runtime.wasmExit", "Go for browsers (GOOS=js)"],
  ["__wbindgen_placeholder__", "__wbindgen_throw", "wasm-bindgen"],
  ["./adder_bg.js", "__wbg_log_1", "wasm-bindgen"],
  ["env", "emscripten_notify_memory_growth", "Emscripten"],
  ["env", "invoke_vi", "Emscripten"],
  ["a", "b", "Emscripten"],
  ["env", "go", "the plugin's own code"],
  ["env", "f", "the plugin's own code"],
  ["wasi_snapshot_preview1", "fd_fly", "WASI preview1"],
  ["[export]acme:text/filter", "[resource-new]f", "a contract"],
  ["cm32p2|acme:text/log@1", "write", "a contract"],
])("%s %s is asked for by %s", async (module, name, askedBy) => {
  const error = await failure(() => loadPlugin(wat(`(module (import "${module}" "${name}" (func)))`)));
  expect(error).toMatchObject({ code: "missing-import", missing: [{ module, name, askedBy }] });
});

test("a WASI function of another type is missing, not called with the wrong arguments", async () => {
  const text = `(module (import "wasi_snapshot_preview1" "fd_close" (func (param i64) (result i32))))`;
  const error = await failure(() => loadPlugin(wat(text)));
  expect(error).toMatchObject({ code: "missing-import", missing: [{ name: "fd_close", type: "func (i64) -> i32" }] });
});

test("names from the plugin do not reach a terminal raw, nor flood it", async () => {
  const imports = Array.from({ length: 50 }, (_, index) => `(import "env" "\\1b[2J\\0a${index}" (func))`);
  const error = await failure(() => loadPlugin(wat(`(module ${imports.join("")})`)));
  expect(error.missing).toHaveLength(50);
  expect(error.message).not.toContain("\u001b");
  expect(error.message).toContain("and 30 more");
});
