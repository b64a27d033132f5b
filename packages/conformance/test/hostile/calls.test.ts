import { loadPlugin, PluginError, ResultError } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { bindgen, contractIn } from "./contracts.ts";
import { failure } from "./failure.ts";
import { guest } from "./guest.ts";
import { abis, load, loadBytes, type TestPlugin } from "./load.ts";
import { revoked } from "./odd-values.ts";

const hostile = await contractIn("world.wit");

const again = `(import "$root" "again" (func $again))`;
const count = `(func (export "count") (result i32) (i32.const 7))`;
const text = `(func (export "polyplug:hostile/given#text") (result i32)
  (i32.store (i32.const 64) (i32.const 1024)) (i32.store (i32.const 68) (i32.const 3)) (i32.const 64))
  (data (i32.const 1024) "abc")`;
const post = (work: string): string => `(func (export "cabi_post_polyplug:hostile/given#text") (param i32) ${work})`;

describe.each(abis)("%s: a post-return function that", (canonicalAbi) => {
  const imports = { again: () => expect.unreachable("it was let out") };

  test.each([
    ["traps", "unreachable", "trap: unreachable"],
    ["calls an import", "(call $again)", "a guest calls no import while its realloc or a post-return function runs"],
    [
      "calls an import and swallows what comes of it",
      "(try (do (call $again)) (catch_all))",
      "a guest calls no import while its realloc or a post-return function runs",
    ],
  ])("%s", async (_, work, reason) => {
    const { fails } = await load(hostile, `${again} ${text} ${post(work)} ${count}`, { canonicalAbi, imports });
    const error = await fails("given.text");
    expect(error).toMatchObject({ code: "trap", reason, export: "polyplug:hostile/given#text" });
    expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
  });

  test("changes memory, grows it and frees everything does not change what was given", async () => {
    const work = `(i64.store (i32.const 1024) (i64.const 0)) (drop (memory.grow (i32.const 1)))`;
    const { call } = await load(hostile, `${text} ${post(work)} ${count}`, { canonicalAbi });
    expect(call("given.text")).toBe("abc");
    expect(call("given.text")).toBe("\0\0\0");
    expect(call("count")).toBe(7);
  });
});

describe.each(abis)("%s: setting up that", (canonicalAbi) => {
  const starts = [
    ["a start function", (work: string) => `(func $s ${work}) (start $s)`, "its start function"],
    ["_initialize", (work: string) => `(func (export "_initialize") ${work})`, "_initialize"],
  ] as const;

  test.each(starts)("traps, in %s", async (_, start, step) => {
    const error = await failure(() => load(hostile, start("unreachable"), { canonicalAbi }));
    expect(error).toMatchObject({ code: "trap", plugin: "hostile" });
    expect(error.message).toContain(step);
    expect(error.message).toContain("unreachable");
  });

  test.each(starts)("calls an import without values is fine, in %s", async (_, start) => {
    let calls = 0;
    const imports = { again: () => void calls++ };
    await load(hostile, `${again} ${start("(call $again)")}`, { canonicalAbi, imports });
    expect(calls).toBe(1);
  });

  test.each(starts)("calls a host function that throws, and swallows it, in %s", async (_, start, step) => {
    const imports = {
      again: () => {
        throw new Error("boo");
      },
    };
    const body = `${again} ${start("(try (do (call $again)) (catch_all))")}`;
    const error = await failure(() => load(hostile, body, { canonicalAbi, imports }));
    expect(error.code).toBe("trap");
    expect(error.message).toContain(step);
    expect(error.message).toContain("host function again threw: boo");
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("passes a text before there is a memory, in a start function", async () => {
    const body = `(import "polyplug:hostile/taken" "text" (func $pass (param i32 i32)))
      (func $s (call $pass (i32.const 0) (i32.const 1))) (start $s)`;
    const imports = { "polyplug:hostile/taken": { text: () => expect.unreachable("the host was called with it") } };
    const error = await failure(() => load(hostile, body, { canonicalAbi, imports }));
    expect(error.code).toBe("trap");
    expect(error.message).toContain("is not there yet");
  });
});

const swallow = `(func (export "run") (try (do (call $again)) (catch_all)))`;

describe.each(abis)("%s: a host function that", (canonicalAbi) => {
  const thrown: readonly (readonly [string, () => unknown, RegExp])[] = [
    ["an error", () => new Error("boo"), /^boo$/],
    ["nothing", () => undefined, /^undefined$/],
    ["a text", () => "a text", /^a text$/],
    ["null", () => null, /^null$/],
    ["a symbol", () => Symbol("s"), /^Symbol\(s\)$/],
    ["an object without prototype", () => Object.create(null), /^a value of type object was thrown$/],
    ["a proxy that was revoked", () => revoked({}), /^a value was thrown that cannot be looked at$/],
    [
      "what the engine throws when the stack ends",
      () => new RangeError("Maximum call stack size exceeded"),
      /^Maximum call stack size exceeded$/,
    ],
    ["a trap, as the engine does", () => new WebAssembly.RuntimeError("unreachable"), /^unreachable$/],
    [
      "a PluginError of another plugin",
      () => new PluginError({ code: "exited", action: "call x", reason: "it ended", plugin: "x", exitCode: 3 }),
      /^cannot call x: it ended$/,
    ],
    [
      "a PluginError that says it answered wrongly",
      () => new PluginError({ code: "bad-result", action: "call x", reason: "no", plugin: "x" }),
      /^cannot call x: no$/,
    ],
    [
      "a PluginError that says its caller was wrong",
      () => new PluginError({ code: "bad-argument", action: "call x", reason: "no", plugin: "x" }),
      /^cannot call x: no$/,
    ],
  ];

  test.each(thrown)("throws %s traps the guest, whether it swallows it or not", async (_, make, message) => {
    for (const run of ['(func (export "run") (call $again))', swallow]) {
      const cause = make();
      const imports = {
        again: () => {
          throw cause;
        },
      };
      const { fails } = await load(hostile, `${again} ${run} ${count}`, { canonicalAbi, imports });
      const error = await fails("run");
      expect(error).toMatchObject({ code: "trap", plugin: "hostile", export: "run" });
      expect(error.message).toMatch(/^cannot call run: host function again threw: /);
      expect(error.reason.replace("host function again threw: ", "")).toMatch(message);
      expect(error.exitCode).toBeUndefined();
      expect(Object.is(error.cause, cause)).toBe(true);
      expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    }
  });

  test("fails is not called again by a guest that swallowed that, and nothing else is", async () => {
    let calls = 0;
    const imports = {
      again: () => {
        calls++;
        throw new Error("boo");
      },
      "polyplug:hostile/taken": { text: () => expect.unreachable("the host was called after the end") },
    };
    const body = `${again} (import "polyplug:hostile/taken" "text" (func $pass (param i32 i32)))
      (func (export "run")
        (try (do (call $again)) (catch_all)) (try (do (call $again)) (catch_all))
        (try (do (call $pass (i32.const 0) (i32.const 0))) (catch_all)))`;
    const { fails } = await load(hostile, body, { canonicalAbi, imports });
    expect((await fails("run")).reason).toBe("host function again threw: boo");
    expect(calls).toBe(1);
  });

  test("fails and a guest that traps by itself then: what was first is told", async () => {
    const imports = {
      again: () => {
        throw new Error("boo");
      },
    };
    const body = `${again} (func (export "run") (try (do (call $again)) (catch_all)) unreachable)`;
    const { fails } = await load(hostile, body, { canonicalAbi, imports });
    expect((await fails("run")).reason).toBe("host function again threw: boo");
  });

  test("calls its plugin again is refused, and may go on", async () => {
    const errors: unknown[] = [];
    let plugin: TestPlugin | undefined;
    const imports = {
      again: () => {
        try {
          plugin?.call("count");
        } catch (error) {
          errors.push(error);
        }
      },
    };
    plugin = await load(hostile, `${again} (func (export "run") (call $again)) ${count}`, { canonicalAbi, imports });
    plugin.call("run");
    plugin.call("run");
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatchObject({
      code: "trap",
      message:
        'cannot call "count": a call into the same instance is under way, and there is no second one before it ends',
    });
    expect(plugin.call("count")).toBe(7);
  });

  test("calls its plugin again and lets that through ends it", async () => {
    let plugin: TestPlugin | undefined;
    const imports = { again: () => void plugin?.call("run") };
    plugin = await load(hostile, `${again} (func (export "run") (call $again)) ${count}`, { canonicalAbi, imports });
    const error = await plugin.fails("run");
    expect(error.code).toBe("trap");
    expect(error.reason).toMatch(/^host function again threw: cannot call "run": a call into the same instance/);
    expect((await plugin.fails("count")).code).toBe("poisoned");
  });

  test("calls another plugin of the same bytes, which calls another", async () => {
    const body = `${again} (func (export "run") (call $again)) ${count}`;
    const bytes = guest(hostile, body);
    const plugins: Promise<TestPlugin>[] = [];
    let inner: TestPlugin | undefined;
    for (let depth = 0; depth < 20; depth++) {
      const next: TestPlugin | undefined = inner;
      const imports = { again: () => void (next === undefined ? undefined : next.call("run")) };
      plugins.push(loadBytes(bytes, { contract: hostile.contract, canonicalAbi, imports }));
      inner = await plugins.at(-1);
    }
    inner?.call("run");
    for (const plugin of plugins) expect((await plugin).call("count")).toBe(7);
  });

  test("fails in the innermost of two plugins ends both, each told as itself", async () => {
    const imports = {
      again: () => {
        throw new Error("boo");
      },
    };
    const body = `${again} (func (export "run") (call $again)) ${count}`;
    const inner = await load(hostile, body, { canonicalAbi, imports, name: "inner" });
    const outer = await load(hostile, body, {
      canonicalAbi,
      imports: { again: () => void inner.call("run") },
      name: "outer",
    });
    const error = await outer.fails("run");
    expect(error).toMatchObject({ plugin: "outer", code: "trap", cause: { plugin: "inner", code: "trap" } });
    expect((await outer.fails("count")).code).toBe("poisoned");
    expect((await inner.fails("count")).code).toBe("poisoned");
  });

  test("disposes the plugin in the middle of a call ends that call with disposed", async () => {
    for (const run of [`(func (export "run") (call $again) unreachable)`, swallow]) {
      let plugin: TestPlugin | undefined;
      const imports = { again: () => plugin?.plugin.dispose() };
      plugin = await load(hostile, `${again} ${run} ${count}`, { canonicalAbi, imports });
      expect(await plugin.fails("run")).toMatchObject({
        code: "disposed",
        message: "cannot call run: hostile was disposed",
      });
      expect((await plugin.fails("count")).code).toBe("disposed");
    }
  });

  test("disposes the plugin and then throws, or answers wrongly", async () => {
    for (const last of [() => 5, () => Promise.reject(new Error("late"))]) {
      let plugin: TestPlugin | undefined;
      const imports = {
        again: () => {
          plugin?.plugin.dispose();
          return last();
        },
      };
      plugin = await load(hostile, `${again} ${swallow} ${count}`, { canonicalAbi, imports });
      expect((await plugin.fails("run")).code).toBe("disposed");
    }
  });

  test("loads another plugin in the middle of a call", async () => {
    const started: Promise<TestPlugin>[] = [];
    const imports = { again: () => void started.push(load(hostile, count, { canonicalAbi })) };
    const { call } = await load(hostile, `${again} (func (export "run") (call $again)) ${count}`, {
      canonicalAbi,
      imports,
    });
    call("run");
    call("run");
    for (const other of started) expect((await other).call("count")).toBe(7);
    expect(call("count")).toBe(7);
  });
});

describe.each(abis)("%s: an answer that does not fit", (canonicalAbi) => {
  /** A guest that asks for every kind of value, by its name. */
  const asking = (of: string, core: string): string => `
    (import "polyplug:hostile/given" "${of}" (func $ask ${core}))
    (func (export "run") ${core.includes("result") ? "(drop (call $ask))" : "(call $ask (i32.const 64))"}) ${count}`;

  const wrong: readonly (readonly [of: string, core: string, answer: unknown, reason: string])[] = [
    ["text", "(param i32)", 5, "expected a string, got 5"],
    ["texts", "(param i32)", ["a", undefined], "[1]: expected a string, got undefined"],
    ["texts", "(param i32)", "a", 'expected a list<string> as an array, got "a"'],
    ["bytes", "(param i32)", [1, 256], "[1]: expected a u8, got 256"],
    ["nested", "(param i32)", [["a"], ["b", 1n]], "[1][1]: expected a string, got 1n"],
    [
      "entries",
      "(param i32)",
      [
        { hue: "red", text: "" },
        { hue: "pink", text: "" },
      ],
      '[1].hue: there is no case "pink"',
    ],
    [
      "entries",
      "(param i32)",
      [{ hue: "red", text: "", letter: "ab" }],
      '[0].letter: expected a char, a string of one Unicode scalar value, got "ab"',
    ],
    ["shape", "(param i32)", { tag: "wide", val: 5 }, "val: expected a u64 as a bigint, got 5"],
    ["shape", "(param i32)", { tag: "none", val: 5 }, 'the case "none" carries no value, got 5'],
    ["color", "(result i32)", 0, "expected an enum as a string, got 0"],
    ["maybe", "(param i32)", -1, "expected a u8, got -1"],
    ["answers", "(param i32)", [{ tag: "ok" }], "[0].val: expected a u8, got undefined"],
    ["rights", "(result i32)", { fly: true }, 'there is no flag "fly"'],
    ["letter", "(result i32)", "\ud800", 'expected a char, a string of one Unicode scalar value, got "\\ud800"'],
    ["flag", "(result i32)", 1, "expected a bool, got 1"],
    ["octet", "(result i32)", 0.5, "expected a u8, got 0.5"],
    ["signed-short", "(result i32)", 2 ** 15, "expected an s16, got 32768"],
    ["long", "(result i64)", -1n, "expected a u64, got -1n"],
    ["double", "(result f64)", "1", 'expected an f64, got "1"'],
    ["outcome", "(param i32)", 5, "expected a string, got 5"],
  ];

  test.each(wrong)("%s, where %s", async (of, core, answer, reason) => {
    const name = of.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const imports = { "polyplug:hostile/given": { [name]: () => answer } };
    const { fails } = await load(hostile, asking(of, core), { canonicalAbi, imports });
    const error = await fails("run");
    expect(error.code).toBe("bad-result");
    expect(error.reason).toMatch(/^host function polyplug:hostile\/given#\S+ answered wrongly: /);
    expect(error.reason.endsWith(`: ${reason}`)).toBe(true);
    expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
  });

  test.each([
    ["a promise", () => Promise.resolve("a")],
    ["a promise that is rejected", () => Promise.reject(new Error("late"))],
    ["an async function's promise", async () => "a"],
  ])("%s", async (_, answer) => {
    const imports = { "polyplug:hostile/given": { text: answer } };
    const { fails } = await load(hostile, asking("text", "(param i32)"), { canonicalAbi, imports });
    const error = await fails("run");
    expect(error).toMatchObject({ code: "bad-result", export: "run" });
    expect(error.message).toContain(
      "a promise was returned, for which a guest waits where its calls are suspended, or in a thread of its own",
    );
    expect((await fails("count")).code).toBe("poisoned");
  });

  test("a payload of a ResultError", async () => {
    const imports = {
      "polyplug:hostile/given": {
        outcome: () => {
          throw new ResultError(5);
        },
      },
    };
    const { fails } = await load(hostile, asking("outcome", "(param i32)"), { canonicalAbi, imports });
    const error = await fails("run");
    expect(error.code).toBe("bad-result");
    expect(error.reason).toContain("payload: expected a string, got 5");
  });

  test("what a host function does to its arguments the guest does not see", async () => {
    const body = `
      (import "polyplug:hostile/taken" "bytes" (func $pass (param i32 i32)))
      (data (i32.const 1024) "\\01\\02\\03")
      (func (export "run") (call $pass (i32.const 1024) (i32.const 3)))
      (func (export "count") (result i32) (i32.load8_u (i32.const 1024)))`;
    const taken = { bytes: (value: Uint8Array) => void value.fill(9) };
    const { call } = await load(hostile, body, { canonicalAbi, imports: { "polyplug:hostile/taken": taken } });
    call("run");
    expect(call("count")).toBe(1);
  });
});

test("without a contract the plugin's own word counts, and the same rules", async () => {
  const bytes = await (await bindgen()).embed(guest(hostile, `${text} ${post("unreachable")}`), hostile.wit);
  const plugin = await loadPlugin<{ given: { text(): string } }>(bytes);
  expect((await failure(() => plugin.exports.given.text())).code).toBe("trap");
  expect((await failure(() => plugin.exports.given.text())).code).toBe("poisoned");
});
