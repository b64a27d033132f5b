import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

interface Caller {
  call(value: number): number;
  catching(value: number): number;
}

const caller = wat(`(module
  (import "env" "twice" (func $twice (param i32) (result i32)))
  (func (export "call") (param i32) (result i32) local.get 0 call $twice)
  (func (export "catching") (param i32) (result i32)
    (try (result i32) (do local.get 0 call $twice) (catch_all i32.const -1))))`);

test("a plain function serves as an import", async () => {
  const plugin = await loadPlugin<Caller>(caller, { imports: { env: { twice: (n: number) => n * 2 } } });
  expect(plugin.exports.call(21)).toBe(42);
});

test("a host function that throws traps the guest with the cause kept", async () => {
  const cause = new Error("no such user");
  const twice = () => {
    throw cause;
  };
  const plugin = await loadPlugin<Caller>(caller, { imports: { env: { twice } } });
  const error = await failure(() => plugin.exports.call(1));
  expect(error).toMatchObject({ code: "trap", cause });
  expect(error.message).toBe("cannot call call: host function env.twice threw: no such user");
  expect((await failure(() => plugin.exports.call(1))).code).toBe("poisoned");
});

test("a guest that catches the failure of a host function does not get away with it", async () => {
  const cause = new Error("refused");
  let calls = 0;
  const twice = () => {
    calls++;
    throw cause;
  };
  const plugin = await loadPlugin<Caller>(caller, { imports: { env: { twice } } });
  expect(await failure(() => plugin.exports.catching(1))).toMatchObject({ code: "trap", cause });
  expect((await failure(() => plugin.exports.catching(1))).code).toBe("poisoned");
  expect(calls).toBe(1);
});

test.each([
  ["text", () => "2", 'expected an i32, got "2"'],
  ["nothing", () => undefined, "expected an i32, got undefined"],
  [
    "a promise",
    async () => 2,
    'it returned a promise, and the plugin waits for one with asyncImports: true or isolation: "worker"',
  ],
])("a host function that answers with %s is refused", async (_, twice, why) => {
  const plugin = await loadPlugin<Caller>(caller, { imports: { env: { twice } } });
  const error = await failure(() => plugin.exports.call(1));
  expect(error.code).toBe("bad-result");
  expect(error.message).toBe(`cannot call call: host function env.twice answered wrongly: ${why}`);
});

test("a promise for an import without results is refused too, and its rejection ends nothing", async () => {
  const text = `(module (import "env" "log" (func $log (param i32))) (func (export "call") (call $log (i32.const 1))))`;
  let logged = 0;
  const log = async (n: number) => {
    logged += n;
    throw new Error("nobody hears this");
  };
  const plugin = await loadPlugin<{ call(): void }>(wat(text), { imports: { env: { log } } });
  expect((await failure(() => plugin.exports.call())).code).toBe("bad-result");
  expect(logged).toBe(1);
  // A rejection that nobody handles would be told to the test runner, and fail the run.
  await new Promise((resolve) => setTimeout(resolve, 10));
});

test("a host function's parameters need no types", async () => {
  const text = `(module (import "env" "log" (func $log (param i32))) (func (export "call") (call $log (i32.const 7))))`;
  const seen: unknown[] = [];
  const plugin = await loadPlugin<{ call(): void }>(wat(text), { imports: { env: { log: (n) => seen.push(n) } } });
  plugin.exports.call();
  expect(seen).toEqual([7]);
});

test("a host function may call the plugin again, and a trap in there ends both calls", async () => {
  const again = wat(`(module
    (import "env" "back" (func $back (param i32) (result i32)))
    (func (export "down") (param i32) (result i32)
      (if (result i32) (i32.eqz (local.get 0)) (then unreachable) (else (call $back (i32.sub (local.get 0) (i32.const 1)))))))`);
  const plugin = await loadPlugin<{ down(n: number): number }>(again, {
    imports: { env: { back: (n: number): number => plugin.exports.down(n) } },
  });
  const error = await failure(() => plugin.exports.down(2));
  expect(error.code).toBe("trap");
  const causes: unknown[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) causes.push(cause.message);
  expect(causes).toContain("cannot call down: trap: unreachable");
});

test("only own properties count as provided", async () => {
  const text = `(module (import "env" "toString" (func (result i32))))`;
  const error = await failure(() => loadPlugin(wat(text), { imports: { env: {} } }));
  expect(error).toMatchObject({ code: "missing-import", missing: [{ module: "env", name: "toString" }] });
  const proto = await failure(() => loadPlugin(wat(`(module (import "__proto__" "valueOf" (func)))`)));
  expect(proto).toMatchObject({ code: "missing-import", missing: [{ module: "__proto__", name: "valueOf" }] });
});

test("an import called __proto__ is provided like any other", async () => {
  const text = `(module (import "__proto__" "__proto__" (func $f (result i32))) (func (export "f") (result i32) call $f))`;
  const imports = JSON.parse(`{ "__proto__": {} }`);
  // biome-ignore lint/suspicious/noProto: an own property of that name is what this is about
  Object.defineProperty(imports["__proto__"], "__proto__", { value: () => 3, enumerable: true });
  const plugin = await loadPlugin<{ f(): number }>(wat(text), { imports });
  expect(plugin.exports.f()).toBe(3);
});

test("memories, tables and globals are provided as objects; another kind is refused", async () => {
  const text = `(module (import "env" "memory" (memory 1)) (import "env" "g" (global i32))
    (func (export "f") (result i32) global.get 0))`;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const plugin = await loadPlugin<{ f(): number }>(wat(text), { imports: { env: { memory, g: 5 } } });
  expect(plugin.exports.f()).toBe(5);
  const error = await failure(() => loadPlugin(wat(text), { imports: { env: { memory: () => 1, g: 5 } } }));
  expect(error).toMatchObject({ code: "bad-argument", path: "imports.env.memory" });
  expect(error.message).toBe('cannot load plugin: imports: "env.memory" must be a memory 1');
  const small = new WebAssembly.Memory({ initial: 0 });
  expect((await failure(() => loadPlugin(wat(text), { imports: { env: { memory: small, g: 5 } } }))).code).toBe(
    "bad-argument",
  );
});
