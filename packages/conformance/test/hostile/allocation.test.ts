import { describe, expect, test } from "vitest";
import { contractIn } from "./contracts.ts";
import { failure } from "./failure.ts";
import { abis, load } from "./load.ts";

const hostile = await contractIn("world.wit");

/** A guest whose allocator does this with `$old`, `$was`, `$align` and `$size`, and which has an import `again`. */
const allocatingBy = (work: string): string => `
  (import "$root" "again" (func $again))
  (import "polyplug:hostile/given" "text" (func $ask (param i32)))
  (func $realloc (export "cabi_realloc") (param $old i32) (param $was i32) (param $align i32) (param $size i32) (result i32) ${work})
  (func (export "polyplug:hostile/taken#text") (param i32 i32))
  (func (export "polyplug:hostile/taken#words") (param i32 i32))
  (func (export "polyplug:hostile/taken#pair") (param i32 i32 i32 i32))
  (func (export "polyplug:hostile/taken#texts") (param i32 i32))
  (func (export "polyplug:hostile/taken#many") (param i32))
  (func (export "run") (call $ask (i32.const 64)))
  (func $count (export "count") (result i32) (i32.const 7))`;

const room = "the memory of 65536 bytes";

describe.each(abis)("%s: an allocator that", (canonicalAbi) => {
  const imports = { again: () => undefined, "polyplug:hostile/given": { text: () => "a text of the host's" } };
  const loaded = (work: string, given: object = imports) =>
    load(hostile, allocatingBy(work), { canonicalAbi, imports: given as typeof imports });

  test.each([
    [
      "gives what is beyond memory",
      "(i32.const 65536)",
      `realloc gave at 0x10000, where 20 bytes do not fit in ${room}`,
    ],
    [
      "gives what ends beyond memory",
      "(i32.const 65520)",
      `realloc gave at 0xfff0, where 20 bytes do not fit in ${room}`,
    ],
    ["gives what is negative", "(i32.const -8)", `realloc gave at 0xfffffff8, where 20 bytes do not fit in ${room}`],
    [
      "gives -1, as failing functions of C do",
      "(i32.const -1)",
      `realloc gave at 0xffffffff, where 20 bytes do not fit in ${room}`,
    ],
  ])("%s", async (_, work, reason) => {
    for (const path of ["taken.text", "run"]) {
      const { call, fails } = await loaded(work);
      const error = path === "run" ? await fails(path) : await fails(path, "a text of the host's");
      const [what, at] =
        path === "run"
          ? ['the result of "polyplug:hostile/given#text"', ""]
          : ['argument 1 of "polyplug:hostile/taken#text"', "value: "];
      expect(error).toMatchObject({ code: "trap", message: `cannot lower ${what}: ${at}${reason}`, plugin: "hostile" });
      expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
      expect(() => call("count")).toThrow("failed before (cannot lower");
    }
  });

  test.each([
    ["a list", "taken.words", [[1n, 2n]], 'argument 1 of "polyplug:hostile/taken#words": value: ', 8],
    [
      "many parameters",
      "taken.many",
      ["", "", "", "", "", "", "", "", 1],
      'the arguments of "polyplug:hostile/taken#many": ',
      4,
    ],
    ["a list of texts", "taken.texts", [["a"]], 'argument 1 of "polyplug:hostile/taken#texts": value: ', 4],
  ])("gives what is misaligned for %s", async (_, path, args, what, alignment) => {
    const { fails } = await loaded("(i32.const 66)");
    const error = await fails(path, ...args);
    expect(error.code).toBe("trap");
    expect(error.message).toBe(`cannot lower ${what}realloc gave at 0x42, which is not aligned to ${alignment} bytes`);
    expect((await fails("count")).code).toBe("poisoned");
  });

  test("traps", async () => {
    for (const [path, args] of [
      ["taken.text", ["a"]],
      ["run", []],
    ] as const) {
      const { fails } = await loaded("unreachable");
      const error = await fails(path, ...args);
      expect(error).toMatchObject({ code: "trap", reason: "trap: unreachable" });
      expect(error.frames?.[0]?.name).toBe("realloc");
      expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    }
  });

  test("uses up the stack", async () => {
    const { fails } = await loaded("(call $realloc (local.get 0) (local.get 1) (local.get 2) (local.get 3))");
    expect(await fails("taken.text", "a")).toMatchObject({ code: "trap", reason: "trap: stack exhausted" });
    expect((await fails("count")).code).toBe("poisoned");
  });

  test("gives the same block again and again harms itself alone", async () => {
    const echo = `(func (export "polyplug:hostile/given#text") (result i32)
      (i32.store (i32.const 64) (i32.const 1024)) (i32.store (i32.const 68) (i32.const 3)) (i32.const 64))`;
    const { call } = await loaded(`(i32.const 1024)) ${echo} (func`);
    call("taken.pair", "abc", "xyz");
    expect(call("given.text")).toBe("xyz");
    // The list is where its first text comes to be, which is where the second one comes to be.
    call("taken.texts", ["abc", "xyz"]);
    call("run");
    expect(call("count")).toBe(7);
  });

  test("gives the place of what the host is about to write, and its own data", async () => {
    const { call } = await loaded("(i32.const 0)");
    call("taken.many", "a", "b", "c", "d", "e", "f", "g", "h", 5);
    call("run");
    expect(call("count")).toBe(7);
  });

  test("grows memory each time it is called", async () => {
    const work = `(local $new i32)
      (local.set $new (i32.mul (memory.grow (i32.const 1)) (i32.const 65536)))
      (memory.copy (local.get $new) (local.get $old) (local.get $was))
      (local.get $new)`;
    const keeping = `
      (global $at (mut i32) (i32.const 0)) (global $long (mut i32) (i32.const 0))
      (func (export "polyplug:hostile/given#text") (result i32)
        (i32.store (i32.const 64) (global.get $at)) (i32.store (i32.const 68) (global.get $long)) (i32.const 64))`;
    const text = allocatingBy(`${work}) ${keeping} (func`).replace(
      `(func (export "polyplug:hostile/taken#pair") (param i32 i32 i32 i32))`,
      `(func (export "polyplug:hostile/taken#pair") (param i32 i32 i32 i32)
         (global.set $at (local.get 0)) (global.set $long (local.get 1)))`,
    );
    const { call } = await load(hostile, text, { canonicalAbi, imports });
    for (const first of ["short", "not ASCII: \u{1f600}", "long ".repeat(10_000), "ä".repeat(20_000)]) {
      call("taken.pair", first, "what makes memory grow once more");
      expect(call("given.text")).toBe(first);
    }
    call("taken.texts", ["a", "\u20ac", "c".repeat(100)]);
    call("taken.words", BigUint64Array.of(1n, 2n));
    call("run");
  });

  test("calls an import is not let out", async () => {
    let calls = 0;
    const given = { ...imports, again: () => void calls++ };
    for (const [path, args] of [
      ["taken.text", ["a"]],
      ["run", []],
    ] as const) {
      const { fails } = await loaded("(call $again) (i32.const 1024)", given);
      const error = await fails(path, ...args);
      expect(error).toMatchObject({
        code: "trap",
        message: 'cannot call "again": a guest calls no import while its realloc or a post-return function runs',
      });
      expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    }
    expect(calls).toBe(0);
  });

  test("calls an import and swallows that it was not let out", async () => {
    let calls = 0;
    const given = { ...imports, again: () => void calls++ };
    const { fails } = await loaded("(try (do (call $again)) (catch_all)) (i32.const 1024)", given);
    const error = await fails("taken.text", "a");
    expect(error).toMatchObject({
      code: "trap",
      reason: "a guest calls no import while its realloc or a post-return function runs",
    });
    expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    expect(calls).toBe(0);
  });

  test("calls an export of its own does what any function does", async () => {
    const { call } = await loaded("(drop (call $count)) (i32.const 1024)");
    call("taken.text", "a");
    expect(call("count")).toBe(7);
  });

  test("is not there is missed when the plugin is loaded", async () => {
    const body = `(func (export "cabi_realloc") (param i32) (result i32) (i32.const 0))`;
    expect(await failure(() => load(hostile, body, { canonicalAbi }))).toMatchObject({ code: "malformed" });
  });
});
