import { ByteWriter, decodeModule, exportType, readNames } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { expectAgreement } from "./agreement.ts";
import { moduleOf, section } from "./bytes.ts";
import { wat } from "./wat.ts";

const hostile = [
  "__proto__",
  "constructor",
  "then",
  "toString",
  "hasOwnProperty",
  "",
  "\u0000",
  "😀",
  '"\n',
  "\uFEFFx",
];

/** As the text format writes any string. */
const quoted = (name: string): string =>
  `"${[...new TextEncoder().encode(name)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}"`;

test.each(hostile)("imports and exports may be called %j", (name) => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const module = expectAgreement(
    wat(`(module (import ${quoted(name)} ${quoted(name)} (func)) (func) (export ${quoted(name)} (func 1)))`),
  );
  expect(module.imports).toMatchObject([{ module: name, name }]);
  expect(module.exports).toEqual([{ name, kind: "func", index: 1 }]);
  const [entry] = module.exports;
  expect(entry && exportType(module, entry)).toMatchObject({ kind: "func", type: { params: [], results: [] } });
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

test("a custom section and functions may be called __proto__", () => {
  const module = decodeModule(
    moduleOf(
      section(0, [9], "__proto__", [1]),
      section(0, [4], "name", section(1, 2, [0, 9], "__proto__", [1, 11], "constructor")),
    ),
  );
  expect(module.customs.map(({ name }) => name)).toEqual(["__proto__", "name"]);
  expect([...readNames(module).functions.values()]).toEqual(["__proto__", "constructor"]);
});

test("a name in a message is cut, and nothing in it reaches a terminal", () => {
  const twice = (name: string): (() => unknown) => {
    const entries = new ByteWriter().u32(2).name(name).raw([0, 0]).name(name).raw([0, 0]).toBytes();
    const exports = new ByteWriter().section(7, entries).toBytes();
    return () => decodeModule(moduleOf(section(1, [1, 0x60, 0, 0]), section(3, [1, 0]), [...exports]));
  };
  expect(twice("\u001b\u009b\u202e\n")).toThrow('name "\\u{1b}\\u{9b}\\u{202e}\\n" is exported twice');
  expect(twice("x".repeat(20_000))).toThrow(`name "${"x".repeat(100)}…" is exported twice`);
});
