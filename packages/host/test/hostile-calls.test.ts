import { loadPlugin, PluginError } from "@polyplug/host";
import { ByteWriter, encodeModule } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { revoked } from "./revoked.ts";
import { wat } from "./wat.ts";

interface Caller {
  call(): void;
  swallow(): number;
  later(): number;
}

const caller = wat(`(module (import "env" "f" (func $f))
  (func (export "call") call $f)
  (func (export "swallow") (result i32) try call $f catch_all end i32.const 1)
  (func (export "later") (result i32) i32.const 2))`);

const writer = wat(`(module
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\\10\\00\\00\\00\\02\\00\\00\\00")
  (func $call (export "call") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
  (func (export "swallow") (result i32) try call $call catch_all end i32.const 1)
  (func (export "trap") unreachable)
  (func (export "later") (result i32) i32.const 2))`);

const secretive = (): Error => {
  const error = new Error("x");
  return Object.defineProperty(error, "message", {
    get: () => {
      throw error;
    },
  });
};

const thrown: [string, () => unknown][] = [
  ["undefined", () => undefined],
  ["an object without prototype", () => Object.create(null)],
  ["a proxy that was revoked", revoked],
  ["an error that will not tell", secretive],
  ["an error whose message is a symbol", () => Object.assign(new Error("x"), { message: Symbol("m") })],
  ["what the engine throws itself", () => new RangeError("Maximum call stack size exceeded")],
  ["a TypeError, as the engine does", () => new TypeError("x")],
];

test.each(thrown)("a host function or sink that throws %s traps the guest, whatever it catches", async (_, make) => {
  const fail = (): never => {
    throw make();
  };
  for (const way of ["call", "swallow"] as const) {
    for (const plugin of [
      await loadPlugin<Caller>(caller, { imports: { env: { f: fail } } }),
      await loadPlugin<Caller>(writer, { grant: { stdout: fail } }),
    ]) {
      const error = await failure(() => plugin.exports[way]());
      expect(error.code).toBe("trap");
      expect(error.message).toMatch(
        new RegExp(`^cannot call ${way}: (host function env\\.f threw|the host's sink failed): `),
      );
      expect(await failure(() => plugin.exports.later())).toMatchObject({ code: "poisoned", cause: error });
    }
  }
});

test("a trap within a call that the host keeps to itself ends the outer call with that trap as cause", async () => {
  interface Writer extends Caller {
    trap(): void;
  }
  const causes: unknown[] = [];
  const plugin = await loadPlugin<Writer>(writer, {
    grant: {
      stdout: () => {
        try {
          plugin.exports.trap();
        } catch (error) {
          causes.push(error);
        }
      },
    },
  });
  const error = await failure(() => plugin.exports.swallow());
  expect(error.message).toBe(
    "cannot call swallow: plugin failed before (cannot call trap: trap: unreachable), load it again",
  );
  expect(error).toMatchObject({ code: "poisoned", cause: causes[0] });
});

test("a guest that runs out of stack is not entered again, though the host swallows it where no error can be made", async () => {
  const plugin = await loadPlugin<Caller>(caller, {
    imports: {
      env: {
        f: () => {
          try {
            plugin.exports.call();
          } catch (error) {
            // Near the end of the stack this is the engine's own, for want of room for another.
            if (!PluginError.is(error) && !(error instanceof RangeError)) throw error;
          }
        },
      },
    },
  });
  expect((await failure(() => plugin.exports.call())).code).toMatch(/^(trap|poisoned)$/);
  expect((await failure(() => plugin.exports.later())).code).toBe("poisoned");
});

test("results of a host function are read once, and what throws then is its fault", async () => {
  const pair = wat(`(module (import "env" "f" (func $f (result i32 i32)))
    (func (export "sum") (result i32) call $f i32.add))`);
  const sum = async (results: unknown): Promise<number> =>
    (await loadPlugin<{ sum(): number }>(pair, { imports: { env: { f: () => results } } })).exports.sum();
  let reads = 0;
  const changing = Object.defineProperty([1, 2], 1, { get: () => (reads++ === 0 ? 2 : "x") });
  expect(await sum(changing)).toBe(3);
  const throwing = new Proxy([1, 2], {
    get: () => {
      throw new Error("from a proxy");
    },
  });
  for (const results of [throwing, revoked()]) {
    expect(await failure(() => sum(results))).toMatchObject({ code: "bad-result" });
  }
  expect((await failure(() => sum([1, 2, 3]))).message).toContain("expected an array of 2 results");
});

test("an answer that only the engine finds fault with is no fault of the caller's argument", async () => {
  const bytes = encodeModule({
    // () -> i31ref; (anyref) -> (); (i31ref) -> ()
    type: Uint8Array.of(3, 0x60, 0, 1, 0x6c, 0x60, 1, 0x6e, 0, 0x60, 1, 0x6c, 0),
    import: Uint8Array.of(1, 1, 0x65, 1, 0x66, 0, 0),
    function: Uint8Array.of(2, 1, 2),
    export: Uint8Array.of(2, 1, 0x67, 0, 1, 1, 0x68, 0, 2),
    // g calls f and drops the result; h does nothing.
    code: Uint8Array.of(2, 5, 0, 0x10, 0, 0x1a, 0x0b, 2, 0, 0x0b),
  });
  const plugin = await loadPlugin<Record<"g" | "h", (value: unknown) => void>>(bytes, {
    imports: { e: { f: () => "no i31" } },
  });
  expect(await failure(() => plugin.exports.h("no i31"))).toMatchObject({ code: "bad-argument", export: "h" });
  plugin.exports.h(1);
  expect(await failure(() => plugin.exports.g(1))).toMatchObject({ code: "trap", export: "g" });
  expect((await failure(() => plugin.exports.h(1))).code).toBe("poisoned");
});

test("a guest that exits and then throws what looks like a refused argument is not entered again", async () => {
  const bytes = encodeModule({
    // (externref) -> (); (i32) -> (); (anyref, externref) -> ()
    type: Uint8Array.of(3, 0x60, 1, 0x6f, 0, 0x60, 1, 0x7f, 0, 0x60, 2, 0x6e, 0x6f, 0),
    import: new ByteWriter()
      .raw([2])
      .name("e")
      .name("t")
      .raw([4, 0, 0])
      .name("wasi_snapshot_preview1")
      .name("proc_exit")
      .raw([0, 1])
      .toBytes(),
    function: Uint8Array.of(1, 2),
    export: Uint8Array.of(1, 1, 0x67, 0, 1),
    // try (call $proc_exit (i32.const 7)) catch_all end; throw $t (local.get 1)
    code: Uint8Array.of(1, 14, 0, 0x06, 0x40, 0x41, 7, 0x10, 0, 0x19, 0x0b, 0x20, 1, 0x08, 0, 0x0b),
  });
  const t: unknown = Reflect.get(WebAssembly, "JSTag");
  const plugin = await loadPlugin<{ g(any: unknown, thrown: unknown): void }>(bytes, {
    imports: { e: { t: t as object } },
  });
  for (let call = 0; call < 2; call++) {
    expect(await failure(() => plugin.exports.g(null, new TypeError("x")))).toMatchObject({ code: "exited" });
  }
});

test("what no function of JavaScript can serve is refused when it is linked", async () => {
  const vector = wat(`(module (import "env" "f" (func (param v128))))`);
  expect((await failure(() => loadPlugin(vector, { imports: { env: { f: () => 0 } } }))).message).toBe(
    'cannot load plugin: imports: "env.f" has a v128 in its type, which JavaScript cannot pass',
  );
  const twice = wat(`(module (import "env" "f" (func (result i32))) (import "env" "f" (func (result i64))))`);
  expect(await failure(() => loadPlugin(twice, { imports: { env: { f: () => 0 } } }))).toMatchObject({
    code: "unsupported",
    reason: 'it imports "env.f" as func () -> i32 and as func () -> i64, which no one function is',
  });
});

test("an argument that cannot be looked at is refused", async () => {
  const plugin = await loadPlugin<{ f(n: unknown): void }>(wat(`(module (func (export "f") (param i32)))`));
  expect((await failure(() => plugin.exports.f(revoked()))).message).toBe(
    "cannot call f: argument 1: expected an i32, got an object",
  );
});

test("a trap is told with the frames of its own plugin, not with those of plugins that led to it", async () => {
  const inner = await loadPlugin<{ g(): void }>(
    wat(`(module (func $inner unreachable) (func $g (export "g") call $inner))`),
    {
      name: "inner",
    },
  );
  const text = `(module (import "env" "f" (func $f)) (func $middle call $f) (func $outer (export "go") call $middle))`;
  const outer = await loadPlugin<{ go(): void }>(wat(text), { imports: { env: { f: () => inner.exports.g() } } });
  const error = await failure(() => outer.exports.go());
  expect(error.frames?.map(({ name }) => name)).toEqual(["middle", "outer"]);
  expect((error.cause as PluginError).frames?.map(({ name }) => name)).toEqual(["inner", "g"]);
});

test("whoever changes how stacks are made gets an error all the same", async () => {
  const plugin = await loadPlugin<{ g(): void }>(wat(`(module (func $g (export "g") unreachable))`));
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, sites) => sites;
  try {
    expect(await failure(() => plugin.exports.g())).toMatchObject({ code: "trap", frames: [] });
  } finally {
    Error.prepareStackTrace = before;
  }
});

test("an export's name reaches neither a message nor a stack raw", async () => {
  const name = "\u001b[2J\u202e\n    at forged";
  const encoded = new TextEncoder().encode(name);
  const bytes = wat(`(module (func (export "${"x".repeat(encoded.length)}") unreachable))`);
  bytes.set(encoded, bytes.indexOf(0x78));
  const plugin = await loadPlugin<Record<string, (...args: unknown[]) => void>>(bytes);
  const shown = "\\u{1b}[2J\\u{202e}\\n    at forged";
  expect(plugin.exports[name]?.name).toBe(shown);
  expect((await failure(() => plugin.exports[name]?.(1))).message).toBe(
    `cannot call ${shown}: expected 0 arguments, got 1`,
  );
  const error = await failure(() => plugin.exports[name]?.());
  expect(error.message).toBe(`cannot call ${shown}: trap: unreachable`);
  expect(error.export).toBe(name);
  for (const raw of ["\u001b", "\u202e", "\n    at forged"]) expect(error.stack).not.toContain(raw);
});

test("a plugin and a host that call each other until the stack ends leave one error of a bounded length", async () => {
  const bytes = wat(`(module (import "host" "back" (func $back)) (func (export "call") (call $back)))`);
  const plugin = await loadPlugin<{ call(): void }>(bytes, {
    imports: { host: { back: () => plugin.exports.call() } },
  });
  const error = await failure(() => plugin.exports.call());
  expect(error).toMatchObject({ code: "trap", export: "call" });
  expect(error.message.length).toBeLessThan(5_000);
});
