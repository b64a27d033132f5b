import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

const wasi = (name: string, type: string) => `(import "wasi_snapshot_preview1" "${name}" (func $${name} ${type}))`;

const program = wat(`(module
  ${wasi("proc_exit", "(param i32)")}
  ${wasi("fd_write", "(param i32 i32 i32 i32) (result i32)")}
  ${wasi("clock_time_get", "(param i32 i64 i32) (result i32)")}
  (memory (export "memory") 1)
  (data (i32.const 16) "hello\\n")
  (data (i32.const 0) "\\10\\00\\00\\00\\06\\00\\00\\00")
  (func $write (export "write") (result i32)
    (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
  (func (export "exit") (param i32) (call $proc_exit (local.get 0)))
  (func (export "swallow") (result i32)
    (try (do (call $proc_exit (i32.const 3))) (catch_all))
    (try (do (drop (call $write))) (catch_all))
    (i32.const 7))
  (func (export "now") (if (call $clock_time_get (i32.const 0) (i64.const 0) (i32.const 32)) (then unreachable))))`);

interface Program {
  write(): number;
  exit(status: number): void;
  swallow(): number;
  now(): void;
}

const command = (body: string) =>
  wat(`(module ${wasi("proc_exit", "(param i32)")} (memory (export "memory") 1) (func (export "_start") ${body}))`);

test("without a grant WASI denies, and the plugin runs", async () => {
  const plugin = await loadPlugin<Program>(program);
  expect(plugin.exports.write()).toBe(0);
});

test("what is granted is handed over", async () => {
  const chunks: Uint8Array[] = [];
  const plugin = await loadPlugin<Program>(program, { grant: { stdout: (chunk) => chunks.push(chunk) } });
  expect(plugin.exports.write()).toBe(0);
  expect(Buffer.concat(chunks).toString()).toBe("hello\n");
});

test("a plugin that traps after a refusal is told with the refusal", async () => {
  const plugin = await loadPlugin<Program>(program);
  const error = await failure(() => plugin.exports.now());
  expect(error.message).toBe("cannot call now: trap: unreachable (before, it was refused clock, which is not granted)");
  const granted = await loadPlugin<Program>(program, { grant: { clock: true } });
  expect(() => granted.exports.now()).not.toThrow();
});

test("a plugin is told of all that was not granted in one go", async () => {
  const text = `(module ${wasi("fd_write", "(param i32 i32 i32 i32) (result i32)")}
    ${wasi("clock_time_get", "(param i32 i64 i32) (result i32)")} ${wasi("proc_exit", "(param i32)")}
    (memory (export "memory") 1)
    (data (i32.const 0) "\\10\\00\\00\\00\\06\\00\\00\\00")
    (data (i32.const 16) "oh dear")
    (func (export "panic")
      (drop (call $clock_time_get (i32.const 0) (i64.const 0) (i32.const 32)))
      (drop (call $fd_write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8)))
      (call $proc_exit (i32.const 2))))`;
  const plugin = await loadPlugin<{ panic(): void }>(wat(text));
  expect((await failure(() => plugin.exports.panic())).reason).toBe(
    "the plugin exited with status 2 (before, it was refused clock, which is not granted; last on stderr: oh dea)",
  );
});

test("an exit inside a call ends the plugin with its status, and nothing else", async () => {
  const plugin = await loadPlugin<Program>(program, { name: "p" });
  const error = await failure(() => plugin.exports.exit(3));
  expect(error).toMatchObject({ code: "exited", exitCode: 3, plugin: "p", export: "exit" });
  const later = await failure(() => plugin.exports.write());
  expect(later).toMatchObject({ code: "exited", exitCode: 3 });
});

test("a guest that catches its exit does not go on", async () => {
  const chunks: Uint8Array[] = [];
  const plugin = await loadPlugin<Program>(program, { grant: { stdout: (chunk) => chunks.push(chunk) } });
  expect(await failure(() => plugin.exports.swallow())).toMatchObject({ code: "exited", exitCode: 3 });
  expect(chunks).toEqual([]);
});

test("a plugin disposed while it writes does not write again, whatever it catches", async () => {
  const text = `(module
    ${wasi("fd_write", "(param i32 i32 i32 i32) (result i32)")}
    (memory (export "memory") 1) (data (i32.const 0) "\\10\\00\\00\\00\\06\\00\\00\\00hidden")
    (func $try (try (do (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))) (catch_all)))
    (func (export "write") (call $try) (call $try) (call $try)))`;
  let writes = 0;
  const stdout = () => {
    writes++;
    plugin.dispose();
  };
  const plugin = await loadPlugin<{ write(): void }>(wat(text), { grant: { stdout } });
  expect((await failure(() => plugin.exports.write())).code).toBe("disposed");
  expect(writes).toBe(1);
});

test("a guest that catches a failing host function cannot go on with WASI", async () => {
  const text = `(module
    ${wasi("fd_write", "(param i32 i32 i32 i32) (result i32)")}
    (import "env" "fail" (func $fail))
    (memory (export "memory") 1) (data (i32.const 0) "\\10\\00\\00\\00\\06\\00\\00\\00hidden")
    (func (export "call")
      (try (do (call $fail)) (catch_all))
      (try (do (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))) (catch_all))))`;
  let writes = 0;
  const fail = () => {
    throw new Error("no");
  };
  const plugin = await loadPlugin<{ call(): void }>(wat(text), {
    grant: { stdout: () => writes++ },
    imports: { env: { fail } },
  });
  expect((await failure(() => plugin.exports.call())).code).toBe("trap");
  expect(writes).toBe(0);
});

test("output beyond its bound ends the plugin", async () => {
  const chunks: Uint8Array[] = [];
  const stdout = { to: (chunk: Uint8Array) => chunks.push(chunk), maxBytes: 8 };
  const plugin = await loadPlugin<Program>(program, { grant: { stdout } });
  expect(plugin.exports.write()).toBe(0);
  const error = await failure(() => plugin.exports.write());
  expect(error.code).toBe("output-limit");
  expect(error.message).toBe("cannot call write: limit stdout: 12 bytes used, 8 allowed");
  expect(Buffer.concat(chunks).toString()).toBe("hello\nhe");
  expect((await failure(() => plugin.exports.write())).code).toBe("poisoned");
});

test("a command runs once and gives its status", async () => {
  const returns = await loadPlugin(command(""));
  expect(returns.info.entry).toBe("command");
  expect(returns.run()).toBe(0);
  expect((await failure(() => returns.run())).code).toBe("exited");
  const exits = await loadPlugin(command("(call $proc_exit (i32.const 42))"));
  expect(exits.run()).toBe(42);
  const traps = await loadPlugin(command("unreachable"));
  expect((await failure(() => traps.run())).code).toBe("trap");
});

test("a plugin without _start cannot be run", async () => {
  const plugin = await loadPlugin<Program>(program, { name: "p" });
  const error = await failure(() => plugin.run());
  expect(error.code).toBe("unsupported");
  expect(error.message).toBe(
    "cannot run p: it exports neither _start nor wasi:cli/run, so it is not a command; call its exports instead",
  );
  expect(plugin.exports.write()).toBe(0);
});

test("a grant or an option that does not exist is refused with the nearest that does", async () => {
  const grant: object = { stduot: process.stdout };
  const error = await failure(() => loadPlugin(program, { grant }));
  expect(error.code).toBe("bad-argument");
  expect(error.message).toContain('did you mean "stdout"');
  const option = await failure(() => loadPlugin(program, { grants: {} } as object));
  expect(option.message).toBe('cannot load plugin: options has no key "grants", did you mean "grant"');
});
