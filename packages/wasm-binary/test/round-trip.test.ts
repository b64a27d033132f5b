import {
  decodeModule,
  encodeImport,
  encodeList,
  encodeModule,
  type Module,
  readConstExpr,
  replaceSections,
} from "@polyplug/wasm-binary";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAgreement } from "./agreement.ts";
import { arbitraryParts, encodeParts, type Parts } from "./arbitrary-module.ts";
import { moduleOf, section } from "./bytes.ts";
import { wat } from "./wat.ts";

/** What was decoded, in the shape that was encoded. */
function partsOf(module: Module): Parts {
  const { types, imports, functions, memories, tags } = module;
  return {
    types,
    imports,
    functions,
    tables: module.tables.map(({ type, init }) => (init ? { type, init: readConstExpr(module, init) } : { type })),
    memories,
    tags,
    globals: module.globals.map(({ type, init }) => ({ type, init: readConstExpr(module, init) })),
    exports: module.exports.map(({ name, index }) => ({ name, kind: "memory", index })),
  };
}

test("what is written is what is read", () => {
  fc.assert(
    fc.property(arbitraryParts, (parts) => {
      expect(partsOf(decodeModule(encodeParts(parts)))).toEqual(parts);
    }),
    { numRuns: 500 },
  );
});

test("what is read and written again has the same bytes", () => {
  fc.assert(
    fc.property(arbitraryParts, (parts) => {
      const bytes = encodeParts(parts);
      expect(encodeParts(partsOf(decodeModule(bytes)))).toEqual(bytes);
    }),
    { numRuns: 100 },
  );
});

describe("replaceSections", () => {
  const adder = wat(`
    (module
      (import "env" "log" (func (param i32)))
      (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))`);
  const module = decodeModule(adder);

  test("without replacements gives the same bytes", () => {
    expect(replaceSections(module, {})).toEqual(adder);
  });

  test("replaces one section and keeps every other byte for byte", () => {
    const imports = module.imports.map((entry) => ({ ...entry, module: "environment" }));
    const replaced = expectAgreement(replaceSections(module, { import: encodeList(imports, encodeImport) }));
    expect(replaced.imports).toEqual(imports);
    const contents = ({ bytes, sections }: Module): (number | Uint8Array)[][] =>
      sections.filter(({ id }) => id !== 2).map(({ id, start, end }) => [id, bytes.slice(start, end)]);
    expect(contents(replaced)).toEqual(contents(module));
  });

  test("keeps sizes that were written with more bytes than they need", () => {
    const padded = moduleOf([1, 0x84, 0x80, 0x80, 0x00, 1, 0x60, 0, 0], section(5, 1, [0, 1]));
    const replaced = replaceSections(decodeModule(padded), { memory: Uint8Array.of(1, 0, 7) });
    expect(replaced).toEqual(moduleOf([1, 0x84, 0x80, 0x80, 0x00, 1, 0x60, 0, 0], section(5, 1, [0, 7])));
  });

  test("adds a section where it belongs, before the custom sections at the end", () => {
    const first = section(0, [8], "dylink.0");
    const last = section(0, [4], "name");
    const original = decodeModule(moduleOf(first, section(1, 1, [0x60, 0, 0]), section(6, 0), last));
    const replaced = replaceSections(original, { data: Uint8Array.of(0), tag: Uint8Array.of(0) });
    expect(decodeModule(replaced).sections.map(({ id }) => id)).toEqual([0, 1, 13, 6, 11, 0]);
  });

  test("adds a section before all others, but after the custom sections at the beginning", () => {
    const original = decodeModule(moduleOf(section(0, [8], "dylink.0"), section(5, 0)));
    const replaced = replaceSections(original, { type: Uint8Array.of(0) });
    expect(decodeModule(replaced).sections.map(({ id }) => id)).toEqual([0, 1, 5]);
  });
});

test("encodeModule puts sections into the order of the format", () => {
  const bytes = encodeModule({ data: Uint8Array.of(0), tag: Uint8Array.of(0), global: Uint8Array.of(0) });
  expect(bytes).toEqual(moduleOf([13, 1, 0], [6, 1, 0], [11, 1, 0]));
});
