import { type Grant, loadPlugin } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

interface Talking {
  end(): void;
}

/** Writes a text to a descriptor, and ends by an instruction. */
function talking(said: string, { fd = 2, end = "unreachable" } = {}): Uint8Array<ArrayBuffer> {
  const bytes = [...Buffer.from(said)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`);
  return wat(`(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 16) "${bytes.join("")}")
    (func (export "end")
      (i32.store (i32.const 0) (i32.const 16))
      (i32.store (i32.const 4) (i32.const ${bytes.length}))
      (drop (call $write (i32.const ${fd}) (i32.const 0) (i32.const 1) (i32.const 8)))
      ${end}))`);
}

async function end(bytes: Uint8Array<ArrayBuffer>, options: { readonly grant?: Grant | undefined } = {}) {
  const plugin = await loadPlugin<Talking>(bytes, options);
  return await failure(() => plugin.exports.end());
}

const rust = `
thread '<unnamed>' (1) panicked at src/lib.rs:7:9:
no
  more
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace
`;
const quickJs = (shown: string): string => `
thread '<unnamed>' (1) panicked at crates/runtime/src/interpreter.rs:51:31:
Failed to call 'f': ${shown}
`;
const exception = (message: string, ...frames: string[]): string =>
  quickJs(
    `Exception(Exception { message: Some("${message}"), stack: Some("${frames.map((frame) => `    at ${frame}\\n`).join("")}") })`,
  );
const stackOfGo = `
example.com/a.(*apple).share
	example.com/a/apple.go:22
example.com/a.Share
	example.com/a/apple.go:9 +0x1d
`;

describe("a panic that stderr ends with is the reason", () => {
  test.for([
    ["Rust", rust, "no more", "src/lib.rs:7:9", []],
    ["Rust before it numbered threads", rust.replace(" (1)", ""), "no more", "src/lib.rs:7:9", []],
    ["Rust after other words", `a.c:3: a warning\n${rust}`, "no more", "src/lib.rs:7:9", []],
    [
      "Go",
      `panic: no\nmore\n${stackOfGo}`,
      "no more",
      "example.com/a/apple.go:22",
      ["example.com/a.(*apple).share (example.com/a/apple.go:22)", "example.com/a.Share (example.com/a/apple.go:9)"],
    ],
    ["Go without a stack", "panic: no more\n", "no more", undefined, []],
    [
      "SpiderMonkey",
      "old\nit is undefined\nStack:\n  run@a.js:3:3\n  async*@a.js:1:2\n  f@/tmp/x/initializer.js:1:1\n\nRedirecting call to abort() to moz\n",
      "it is undefined",
      "a.js:3:3",
      ["run (a.js:3:3)", "<anonymous> (a.js:1:2)"],
    ],
    [
      "QuickJS",
      exception('it is \\"nothing\\",\\n\\u{1f34e}', "run (/a.js:3:3)", "<anonymous> (/a.js:1:2)", "map (native)"),
      'it is "nothing",\n\ud83c\udf4e',
      "a.js:3:3",
      ["run (a.js:3:3)", "<anonymous> (a.js:1:2)"],
    ],
    [
      "QuickJS, of a class of errors",
      exception("no more", "Shortage (/a.js:7:1)", "run (/a.js:3:3)"),
      "no more",
      "a.js:3:3",
      ["Shortage (a.js:7:1)", "run (a.js:3:3)"],
    ],
    [
      "QuickJS, of lines in sources",
      exception("no more", "run (plugin.ts:3)", "fail (src/a.ts:1)"),
      "no more",
      "plugin.ts:3",
      ["run (plugin.ts:3)", "fail (src/a.ts:1)"],
    ],
    ["QuickJS, of a text", quickJs('Value(String(Ok("no more")))'), "no more", undefined, []],
    ["QuickJS, of an object", quickJs("Value(Object(0x149a00))"), "what was thrown is no Error: object", undefined, []],
    ["QuickJS, of nothing", quickJs("Value(Undefined)"), "what was thrown is no Error: undefined", undefined, []],
    [
      "QuickJS, of a wrong result",
      rust.replace("no\n  more", 'expected number: FromJs { from: "promise", to: "i32", message: None }'),
      "expected a number, got a promise",
      undefined,
      [],
    ],
    [
      "assert of C",
      "Assertion failed: f(a) > 0 (src/a.c: share: 12)\n",
      "Assertion failed: f(a) > 0",
      "src/a.c:12",
      ["share (src/a.c:12)"],
    ],
    ["a place as compilers write it", "old\nsrc/a.c:12:3: share: no more\n", "share: no more", "src/a.c:12:3", []],
  ] as const)("of %s", async ([, said, message, place, calls]) => {
    for (const grant of [undefined, { stderr: () => undefined }]) {
      const error = await end(talking(said), { grant });
      expect(error.reason).toBe(`trap: ${message}${place === undefined ? "" : ` (${place})`}`);
      expect(error.path).toBe(place);
      expect(error.stack).toContain([error.message, ...calls, "func["].join("\n    at "));
    }
  });
});

describe("what else a plugin wrote last is told beside the trap, where nobody heard it", () => {
  test.for([
    ["a line", "a warning\noh dear\n", "oh dear"],
    ["something behind a place", "a.c:3: a warning\noh dear\n", "oh dear"],
    ["something behind an assertion", "Assertion failed: a (a.c: f: 1)\noh dear\n", "oh dear"],
    ["what a terminal would obey", "\u001b[31mred\u202e", "\\u{1b}[31mred\\u{202e}"],
    ["too much", "x".repeat(501), `${"x".repeat(500)}\u2026`],
  ])("%s", async ([, said = "", told]) => {
    expect((await end(talking(said))).reason).toBe(`trap: unreachable (last on stderr: ${told})`);
    expect((await end(talking(said), { grant: { stderr: () => undefined } })).reason).toBe("trap: unreachable");
  });

  test.for([
    ["nothing", talking("\n")],
    ["something on stdout", talking(rust, { fd: 1 })],
  ] as const)("but not %s", async ([, bytes]) => {
    expect((await end(bytes)).reason).toBe("trap: unreachable");
  });
});

test("no panic is the reason for a trap that no panic ends with", async () => {
  const bytes = talking(rust, { end: "(drop (i32.div_u (i32.const 1) (i32.const 0)))" });
  const error = await end(bytes);
  expect(error.reason).toBe(
    "trap: divide by zero (last on stderr: thread '<unnamed>' (1) panicked at src/lib.rs:7:9: no more)",
  );
  expect(error.path).toBeUndefined();
});

test.for([
  ["headers", "thread 'panicked at ".repeat(400)],
  ["stacks", `no more\nStack:\n${"f@".repeat(3900)}`],
  ["quotes", quickJs(`Exception(Exception { message: Some("${'\\\\"'.repeat(1900)}`)],
  ["places", "a:1:1".repeat(1600)],
  ["assertions", "Assertion failed: ( (: ".repeat(340)],
])("eight kilobytes of %s are read at once", async ([, said = ""]) => {
  const start = performance.now();
  expect((await end(talking(said))).code).toBe("trap");
  expect(performance.now() - start).toBeLessThan(500);
});
