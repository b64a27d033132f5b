import { PluginError } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { contractIn } from "./contracts.ts";
import { failure } from "./failure.ts";
import { guest } from "./guest.ts";
import { abis, load, loadBytes } from "./load.ts";

const hostile = await contractIn("world.wit");

describe.each(abis)("%s: a place for values", (canonicalAbi) => {
  const room = "the memory of 65536 bytes";

  test.each([
    ["beyond memory", "(i32.const 65536)", `they are at 0x10000, where 8 bytes do not fit in ${room}`],
    ["that ends beyond memory", "(i32.const 65532)", `they are at 0xfffc, where 8 bytes do not fit in ${room}`],
    ["that is negative", "(i32.const -4)", `they are at 0xfffffffc, where 8 bytes do not fit in ${room}`],
    ["that wraps", "(i32.const -8)", `they are at 0xfffffff8, where 8 bytes do not fit in ${room}`],
    ["that is misaligned", "(i32.const 66)", "they are at 0x42, which is not aligned to 4 bytes"],
  ])("returned %s", async (_, pointer, reason) => {
    const body = `(func (export "polyplug:hostile/given#text") (result i32) ${pointer})`;
    const { fails } = await load(hostile, body, { canonicalAbi });
    const error = await fails("given.text");
    expect(error.message).toBe(`cannot lift the result of "polyplug:hostile/given#text": ${reason}`);
    expect(error.code).toBe("trap");
    expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
  });

  test.each([
    ["beyond memory", -8, `the memory for it is at 0xfffffff8, where 8 bytes do not fit in ${room}`],
    ["misaligned", 66, "the memory for it is at 0x42, which is not aligned to 4 bytes"],
  ])("that the host shall write to, %s", async (_, pointer, reason) => {
    const body = `(import "polyplug:hostile/given" "text" (func $ask (param i32)))
      (func (export "run") (call $ask (i32.const ${pointer})))`;
    const imports = { "polyplug:hostile/given": { text: () => "a" } };
    const { fails } = await load(hostile, body, { canonicalAbi, imports });
    const error = await fails("run");
    expect(error).toMatchObject({ code: "trap", reason, action: 'lower the result of "polyplug:hostile/given#text"' });
    expect((await fails("count")).code).toBe("poisoned");
  });

  test("for many parameters, beyond memory", async () => {
    const body = `(import "polyplug:hostile/taken" "many" (func $pass (param i32)))
      (func (export "run") (call $pass (i32.const 65480)))`;
    const imports = { "polyplug:hostile/taken": { many: () => expect.unreachable("the host was called with it") } };
    const { fails } = await load(hostile, body, { canonicalAbi, imports });
    const reason = `they are at 0xffc8, where 68 bytes do not fit in ${room}`;
    expect(await fails("run")).toMatchObject({ code: "trap", reason });
  });

  test("above 2 GiB is one like any other", async () => {
    // 2^31 + 65536, as an i32 has it.
    const high = -(2 ** 31) + 65_536;
    const body = `(memory (export "memory") 32770)
      (import "polyplug:hostile/taken" "texts" (func $pass (param i32 i32)))
      (global $top (mut i32) (i32.const ${high + 4096}))
      (func (export "cabi_realloc") (param $old i32) (param $was i32) (param i32 i32) (result i32)
        (memory.copy (global.get $top) (local.get $old) (local.get $was))
        (global.get $top) (global.set $top (i32.add (global.get $top) (i32.const 1024))))
      (func (export "polyplug:hostile/taken#texts") (param i32 i32)
        (i32.store (i32.const ${high}) (local.get 0)) (i32.store offset=4 (i32.const ${high}) (local.get 1)))
      (func (export "polyplug:hostile/given#texts") (result i32) (i32.const ${high}))
      (func (export "run")
        (call $pass (i32.load (i32.const ${high})) (i32.load offset=4 (i32.const ${high}))))`;
    const passed: unknown[] = [];
    const taken = { texts: (value: unknown) => void passed.push(value) };
    const text = body.replace(/(\(memory[^\n]*\))\s*(\(import[^\n]*)/, "$2 $1");
    const options = { canonicalAbi, imports: { "polyplug:hostile/taken": taken }, limits: { memory: "4GiB" } };
    const { plugin, call } = await load(hostile, text, options);
    const texts = ["short", "not ASCII: \u20ac", "long ".repeat(100)];
    call("taken.texts", texts);
    expect(call("given.texts")).toEqual(texts);
    call("run");
    expect(passed).toEqual([texts]);
    plugin.dispose();
  });
});

describe.each(abis)("%s: lists that unfold", (canonicalAbi) => {
  /** A list of `count` lists, each of which is the same `length` elements at 64 KiB. */
  const unfolding = (of: string, count: number, length: number): string => `
    (memory (export "memory") 1025)
    (func (export "polyplug:hostile/given#${of}") (result i32)
      (local $i i32)
      (loop $more
        (i32.store (i32.add (i32.const 1024) (i32.mul (local.get $i) (i32.const 8))) (i32.const 65536))
        (i32.store (i32.add (i32.const 1028) (i32.mul (local.get $i) (i32.const 8))) (i32.const ${length}))
        (br_if $more (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const ${count}))))
      (i32.store (i32.const 64) (i32.const 1024)) (i32.store (i32.const 68) (i32.const ${count})) (i32.const 64))`;

  test("to gigabytes of text", async () => {
    const { fails } = await load(hostile, unfolding("texts", 2_000, 2 ** 26), { canonicalAbi });
    const error = await fails("given.texts");
    expect(error).toMatchObject({ code: "memory-limit", path: "[3]" });
    expect(error.reason).toBe(
      "[3]: limits.values: its strings and lists take 268499456 bytes, and 268435456 are allowed in one call",
    );
    expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
  });

  test("to lists of lists of nothing", async () => {
    const { fails } = await load(hostile, unfolding("nested", 4_000, 2 ** 22), { canonicalAbi });
    expect(await fails("given.nested")).toMatchObject({ code: "memory-limit" });
  });
});

describe.each(abis)("%s: what has to be there", (canonicalAbi) => {
  const refusal = (body: string) => failure(() => load(hostile, body, { canonicalAbi }));

  test.each([
    [
      "a memory of 64 bits",
      `(memory (export "memory") i64 1)`,
      'export "memory" is memory i64 1, and an unshared 32-bit memory is wanted',
    ],
    [
      "a shared memory",
      `(memory (export "memory") 1 1 shared)`,
      'export "memory" is memory 1..1 shared, and an unshared 32-bit memory is wanted',
    ],
    [
      "a memory that is a function",
      `(memory 1) (func (export "memory"))`,
      'export "memory" is func (), and an unshared 32-bit memory is wanted',
    ],
    [
      "a realloc of another type",
      `(func (export "cabi_realloc") (param i32) (result i32) (i32.const 0))`,
      'export "cabi_realloc" is func (i32) -> i32, and func (i32, i32, i32, i32) -> i32 is wanted',
    ],
    [
      "a realloc that is a global",
      `(global (export "cabi_realloc") i32 (i32.const 0))`,
      'export "cabi_realloc" is global i32, and func (i32, i32, i32, i32) -> i32 is wanted',
    ],
    [
      "an export of another type",
      `(func (export "count") (result i64) (i64.const 0))`,
      'export "count" is func () -> i64, and func () -> i32 is wanted',
    ],
    [
      "a post-return of another type",
      `(func (export "cabi_post_polyplug:hostile/given#text"))`,
      'export "cabi_post_polyplug:hostile/given#text" is func (), and func (i32) is wanted',
    ],
  ])("and is %s", async (_, body, reason) => {
    expect(await refusal(body)).toMatchObject({ code: "malformed", reason, plugin: "hostile" });
  });

  test("and an import of another type", async () => {
    const body = `(import "polyplug:hostile/taken" "text" (func (param i64)))`;
    expect(await refusal(body)).toMatchObject({
      code: "malformed",
      reason: 'import "polyplug:hostile/taken" "text" is func (i64), and func (i32, i32) is wanted',
    });
  });

  test("and is not there: no memory, no realloc, no export", async () => {
    const whole = guest(hostile, "");
    for (const [name, code, reason] of [
      ["memory", "malformed", "its type needs a memory, and there is none"],
      ["cabi_realloc", "malformed", "its type needs a realloc, and there is none"],
      ["count", "contract-mismatch", "it does not fit the contract in 1 place"],
    ] as const) {
      const bytes = Uint8Array.from(whole);
      // Another name of the same length.
      const at = Buffer.from(bytes).indexOf(`${String.fromCharCode(name.length)}${name}`) + 1;
      bytes.set(Buffer.from("x".repeat(name.length)), at);
      const error = await failure(() => loadBytes(bytes, { contract: hostile.contract, canonicalAbi }));
      expect(error.code).toBe(code);
      expect(error.reason.split("\n")[0]).toBe(reason);
      expect(PluginError.is(error)).toBe(true);
    }
  });
});
