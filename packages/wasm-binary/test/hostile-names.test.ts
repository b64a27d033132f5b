import { decodeModule, exportType, readNames } from "@polyplug/wasm-binary";
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
