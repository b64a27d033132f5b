import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

interface Aborting {
  abort(record: number): void;
}

/** A string of WAT with the words of a record, or a text in UTF-16. */
const words = (...values: number[]): string => escaped(new Uint8Array(Uint32Array.from(values).buffer));
const utf16 = (text: string): string =>
  escaped(new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer));

function escaped(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
}

const message = "there is nothing to shout";

/** `abort` says where the record is, and traps. */
const module = (record: string, global = "i32"): Uint8Array<ArrayBuffer> =>
  wat(`(module
    (memory (export "memory") 1)
    (data (i32.const 64) "${record}")
    (data (i32.const 256) "${utf16(message)}")
    (data (i32.const 512) "${utf16("plugin.ts")}")
    (global $at (export "polyplug_abort") (mut ${global}) (${global}.const ${global === "v128" ? "i64x2 0 0" : "0"}))
    (func (export "abort") (param i32) ${global === "i32" ? "local.get 0 global.set $at" : ""} unreachable))`);

const whole = words(256, message.length * 2, 512, "plugin.ts".length * 2, 12, 5);

async function abort(bytes: Uint8Array<ArrayBuffer>, record: number) {
  const plugin = await loadPlugin<Aborting>(bytes, { name: "shout" });
  return await failure(() => plugin.exports.abort(record));
}

test("the message of an abort and its place take the place of the trap's", async () => {
  expect(await abort(module(whole), 64)).toMatchObject({
    code: "trap",
    message: "cannot call abort: trap: there is nothing to shout (plugin.ts:12:5)",
    path: "plugin.ts:12:5",
    export: "abort",
    plugin: "shout",
  });
});

test.for([
  ["no message", words(0, 0, 512, 18, 3, 1), "trap: it aborted (plugin.ts:3:1)"],
  ["no file", words(256, 50, 0, 0, 0, 0), `trap: ${message}`],
  ["texts outside of the memory", words(65535, 50, 0xffffffff, 18, 1, 1), "trap: it aborted"],
  ["half a code unit too much", words(256, 11, 0, 0, 0, 0), "trap: there"],
] as const)("a record with %s", async ([, record, reason]) => {
  expect((await abort(module(record), 64)).reason).toBe(reason);
});

test.for([
  ["nowhere", 0],
  ["at the end of the memory", 65536 - 20],
  ["beyond it", -1],
  ["of which all words are 0", 128],
] as const)("a record %s is none", async ([, at]) => {
  expect((await abort(module(whole), at)).reason).toBe("trap: unreachable");
});

test.for(["i64", "v128"])("a global that is an %s is no address", async (type) => {
  expect((await abort(module(whole, type), 64)).reason).toBe("trap: unreachable");
});

test("a message has nothing in it that a terminal would obey, and is no longer than a message may be", async () => {
  const long = `\u001b[31m${"a".repeat(20_000)}`;
  const bytes = wat(`(module (memory (export "memory") 1)
    (data (i32.const 64) "${words(256, long.length * 2, 0, 0, 0, 0)}")
    (data (i32.const 256) "${utf16(long)}")
    (global (export "polyplug_abort") i32 (i32.const 64))
    (func (export "abort") (param i32) unreachable))`);
  const { reason } = await abort(bytes, 0);
  expect(reason).toMatch(/^trap: \\u\{?1b\}?\[31ma{100,2044}$/i);
});

test("texts that are no UTF-16, or turn a line round, are shown as what they are", async () => {
  const text = "a\ud800b\udc00\u202ec\u009b31m";
  const record = words(256, text.length * 2, 0, 0, 0, 0);
  const bytes = wat(`(module (memory (export "memory") 1)
    (data (i32.const 64) "${record}") (data (i32.const 256) "${utf16(text)}")
    (global (export "polyplug_abort") i32 (i32.const 64))
    (func (export "abort") (param i32) unreachable))`);
  expect((await abort(bytes, 0)).reason).toBe("trap: a\ufffdb\ufffd\\u{202e}c\\u{9b}31m");
});

test.for(["f32", "f64"])("a global that is an %s leads nowhere either", async (type) => {
  for (const at of ["nan", "inf", "-1e30", "4294967295"]) {
    const bytes = wat(`(module (memory (export "memory") 1)
      (global (export "polyplug_abort") ${type} (${type}.const ${at}))
      (func (export "abort") (param i32) unreachable))`);
    expect(await abort(bytes, 0)).toMatchObject({ code: "trap", reason: expect.stringMatching(/^trap: /) });
  }
});

test("a record in a memory that threads share is read", async () => {
  const bytes = wat(`(module (memory (export "memory") 1 1 shared)
    (data (i32.const 64) "${whole}") (data (i32.const 256) "${utf16(message)}")
    (global (export "polyplug_abort") i32 (i32.const 64))
    (func (export "abort") (param i32) unreachable))`);
  expect((await abort(bytes, 0)).reason).toContain(`trap: ${message}`);
});
