import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadPlugin } from "@polyplug/host";
import { expect, onTestFinished, test, vi } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

const run = promisify(execFile);
const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

test("equal bytes are compiled once, also when they are loaded at the same time", async () => {
  const compile = vi.spyOn(WebAssembly, "compile");
  onTestFinished(() => compile.mockRestore());
  const bytes = wat(`(module (func (export "once") (result i32) i32.const 90125))`);
  const plugins = await Promise.all([loadPlugin(bytes), loadPlugin(bytes.slice()), loadPlugin(bytes)]);
  const later = await loadPlugin(bytes);
  expect(compile).toHaveBeenCalledTimes(1);
  expect([...plugins, later].map(({ exports }) => exports["once"]?.())).toEqual([90125, 90125, 90125, 90125]);
});

test("what is held to limits is made over and compiled once for each way to hold it", async () => {
  const bytes = wat(`(module (func (export "once") (result i32) i32.const 90126))`);
  const first = await loadPlugin(bytes, { limits: { time: "1s" } });
  const compile = vi.spyOn(WebAssembly, "compile");
  // Making code over begins with a look whether it is code.
  const validate = vi.spyOn(WebAssembly, "validate");
  onTestFinished(() => void vi.restoreAllMocks());
  const again = await loadPlugin(bytes.slice(), { limits: { time: "2min" } });
  const looks = (): unknown[] => validate.mock.calls.filter(([source]) => Object(source).byteLength > 30);
  expect([compile.mock.calls, looks()]).toEqual([[], []]);
  const fueled = await loadPlugin(bytes, { limits: { fuel: 1_000 } });
  expect(compile).toHaveBeenCalledTimes(1);
  expect(looks()).toHaveLength(1);
  expect([first, again, fueled].map(({ exports }) => exports["once"]?.())).toEqual([90126, 90126, 90126]);
});

test("instances of one module share nothing", async () => {
  const bytes = wat(`(module (global $n (mut i32) (i32.const 0))
    (func (export "next") (result i32) global.get $n i32.const 1 i32.add global.set $n global.get $n))`);
  const [a, b] = [await loadPlugin(bytes), await loadPlugin(bytes)];
  expect([a.exports["next"]?.(), a.exports["next"]?.(), b.exports["next"]?.()]).toEqual([1, 2, 1]);
});

test("a body that does not validate is malformed, with the engine's reason and offset", async () => {
  // (func (result i32)) with an empty body: the framing is right, the code is not.
  const bytes = new Uint8Array([...header, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 10, 4, 1, 2, 0, 0x0b]);
  const error = await failure(() => loadPlugin(bytes));
  expect(error).toMatchObject({ code: "malformed", offset: bytes.length - 1 });
  expect(error.message).toMatch(/^cannot load plugin: .*\(at offset 0x[0-9a-f]+\)$/);
});

test("a module that did not compile is not remembered as compiled", async () => {
  const bytes = new Uint8Array([...header, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 10, 4, 1, 2, 0, 0x0b]);
  expect((await failure(() => loadPlugin(bytes))).code).toBe("malformed");
  expect((await failure(() => loadPlugin(bytes))).code).toBe("malformed");
});

test("a feature that this engine lacks is named", async () => {
  const bytes = wat("(module (memory 1) (memory 1))");
  // An engine without the feature, as far as anybody can tell: it refuses the module and the probe alike.
  vi.spyOn(WebAssembly, "compile").mockRejectedValue(new WebAssembly.CompileError("multiple memories"));
  vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
  onTestFinished(() => void vi.restoreAllMocks());
  const error = await failure(() => loadPlugin(bytes));
  expect(error.code).toBe("unsupported");
  expect(error.message).toMatch(/^cannot load plugin: it uses several memories, which Node\.js [\d.]+ does not have/);
});

test("a memory beyond what this engine takes is unsupported, and says how much is taken", async () => {
  const limits = { memory: 2 ** 48 };
  const error = await failure(() => loadPlugin(wat(`(module (memory i64 0x100000000))`), { limits }));
  expect(error.code).toBe("unsupported");
  expect(error.message).toMatch(/^cannot load plugin: .*4294967296 pages.*limit/);
});

test("tables that would fill the engine's heap are refused before they are made", async () => {
  const tables = (count: number, entries: number) => wat(`(module ${`(table ${entries} funcref)`.repeat(count)})`);
  const error = await failure(() => loadPlugin(tables(40, 10_000_000)));
  expect(error.code).toBe("unsupported");
  expect(error.message).toBe("cannot load plugin: its tables have 400000000 entries, and 1000000 are allowed");
  expect((await failure(() => loadPlugin(tables(11, 100_000)))).code).toBe("unsupported");
  await expect(loadPlugin(tables(10, 100_000))).resolves.toBeDefined();
});

test("memory that the machine does not have is an ordinary error, and the host goes on", async () => {
  // Every plugin has 1 GiB, and the process 20 GB of address space.
  const script = `
    import { loadPlugin } from "@polyplug/host";
    const gibibyte = new Uint8Array([${header}, 5, 5, 1, 0, 0x80, 0x80, 1, 7, 5, 1, 1, 0x6d, 2, 0]);
    const kept = [];
    try {
      for (let i = 0; i < 30; i++) kept.push(await loadPlugin(gibibyte, { limits: { memory: "1GiB" } }));
    } catch (error) {
      const small = await loadPlugin(new Uint8Array([${header}]));
      console.log(JSON.stringify([kept.length > 0, error.code, error.message, small.name]));
    }`;
  const bounded = [
    "-c",
    'ulimit -v 20000000; exec "$@"',
    "sh",
    process.execPath,
    "--input-type=module",
    "--eval",
    script,
  ];
  const { stdout } = await run("sh", bounded, { cwd: import.meta.dirname });
  expect(JSON.parse(stdout)).toEqual([
    true,
    "memory-limit",
    expect.stringMatching(/^cannot load plugin: .*memory/i),
    "plugin",
  ]);
});

test("imports are looked for before anything is compiled", async () => {
  const compile = vi.spyOn(WebAssembly, "compile");
  const error = await failure(() => loadPlugin(wat(`(module (import "env" "missing" (func)))`)));
  expect(error.code).toBe("missing-import");
  expect(compile).not.toHaveBeenCalled();
  compile.mockRestore();
});

test("where code may not be made from text, guarded functions are closures and behave alike", async () => {
  const bytes = wat(`(module (func (export "adder") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
    (func (export "trap") unreachable))`);
  const script = `
    import { loadPlugin } from "@polyplug/host";
    const { exports } = await loadPlugin(Buffer.from("${Buffer.from(bytes).toString("base64")}", "base64"));
    const tried = (work) => { try { return work(); } catch (error) { return error.code + ": " + error.message; } };
    console.log(JSON.stringify([
      tried(() => new Function("")), exports.adder(1, 7), tried(() => exports.adder(1, "x")), tried(() => exports.adder(1)),
      tried(() => exports.trap()), tried(() => exports.adder(1, 7)),
    ]));`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", script];
  const { stdout } = await run(process.execPath, flags, { cwd: import.meta.dirname });
  expect(JSON.parse(stdout)).toEqual([
    expect.stringMatching(/^undefined: Code generation from strings/),
    8,
    'bad-argument: cannot call adder: argument 2: expected an i32, got "x"',
    "bad-argument: cannot call adder: expected 2 arguments, got 1",
    "trap: cannot call trap: trap: unreachable",
    expect.stringMatching(/^poisoned: /),
  ]);
});
