import { inspectPlugin, loadPlugin, type PluginErrorCode } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const whole = wat(`(module (func (export "adder") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))`);

const cases: [string, Uint8Array, PluginErrorCode, RegExp][] = [
  ["nothing", new Uint8Array(0), "not-wasm", /empty/],
  ["text", new TextEncoder().encode("(module)"), "not-wasm", /text/],
  ["JavaScript", new TextEncoder().encode("export function adder(a, b) { return a + b }"), "not-wasm", /./],
  ["100 MB of zeros", new Uint8Array(100_000_000), "not-wasm", /./],
  ["the magic number alone", new Uint8Array(header.slice(0, 4)), "not-wasm", /./],
  ["another version", new Uint8Array([...header.slice(0, 4), 2, 0, 0, 0]), "unsupported", /version/],
  ["a module cut short", whole.subarray(0, whole.length - 3), "malformed", /offset 0x/],
  [
    "4 billion types in 6 bytes",
    new Uint8Array([...header, 1, 6, 0xff, 0xff, 0xff, 0xff, 0x0f, 0]),
    "malformed",
    /type section.*offset 0x/,
  ],
  [
    "more types than bytes",
    new Uint8Array([...header, 1, 4, 0xff, 0x7f, 0x60, 0]),
    "malformed",
    /type section.*offset 0x/,
  ],
  [
    "an export of what is not there",
    new Uint8Array([...header, 7, 5, 1, 1, 0x66, 0, 9]),
    "malformed",
    /export section.*offset 0x/,
  ],
  [
    "a name that is not UTF-8",
    new Uint8Array([...header, 7, 5, 1, 1, 0xff, 0, 0]),
    "malformed",
    /export section: 1st entry: name/,
  ],
];

test.each(cases)("%s is refused with one error, alike when loaded and inspected", async (_, bytes, code, reason) => {
  for (const use of [loadPlugin, inspectPlugin]) {
    const error = await failure(() => use(bytes));
    expect(error.code).toBe(code);
    expect(error.reason).toMatch(reason);
    expect(error.message).toBe(`cannot ${use === loadPlugin ? "load" : "inspect"} plugin: ${error.reason}`);
  }
});

test("after every refusal the host goes on", async () => {
  for (const [, bytes] of cases) await failure(() => loadPlugin(bytes));
  const plugin = await loadPlugin<{ adder(a: number, b: number): number }>(whole);
  expect(plugin.exports.adder(1, 7)).toBe(8);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
