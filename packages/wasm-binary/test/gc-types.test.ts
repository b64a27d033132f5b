import { exportType, printType, printValType, readConstExpr } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { expectAgreement } from "./agreement.ts";
import { moduleOf, section } from "./bytes.ts";

describe("GC types", () => {
  const bytes = moduleOf(
    section(
      1,
      4,
      // 0, 1: a group of two that refer to each other
      [0x4e, 2],
      // 0: open, no supertype, struct of (mut (ref null 1)) and i8
      [0x50, 0, 0x5f, 2, 0x63, 1, 1, 0x78, 0],
      // 1: open, no supertype, array of mut (ref 0)
      [0x50, 0, 0x5e, 0x64, 0, 1],
      // 2: final, supertype 0, struct of the same fields and an i16
      [0x4f, 1, 0, 0x5f, 3, 0x63, 1, 1, 0x78, 0, 0x77, 1],
      // 3: (ref null any) spelt out, i31ref -> (ref 2)
      [0x60, 2, 0x63, 0x6e, 0x6c, 1, 0x64, 2],
      // 4: () -> v128
      [0x60, 0, 1, 0x7b],
    ),
    // x.f, a function of type 3
    section(2, 1, [1], "x", [1], "f", [0, 3]),
    // a table of (ref 2), 1 to 2 entries, filled with struct.new_default 2
    section(4, 1, [0x40, 0, 0x64, 2, 1, 1, 2], [0xfb, 1, 2, 0x0b]),
    section(
      6,
      2,
      // i31ref = ref.i31 (40 + 2 * 5)
      [0x6c, 0, 0x41, 40, 0x41, 2, 0x41, 5, 0x6c, 0x6a, 0xfb, 28, 0x0b],
      // v128 with its first and its last bit set
      [0x7b, 0, 0xfd, 12, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x0b],
    ),
    section(7, 1, [1], "f", [0, 0]),
    // passive, (ref null 3), two expressions
    section(9, 1, [5, 0x63, 3, 2, 0xd2, 0, 0x0b, 0xd0, 3, 0x0b]),
  );
  const module = expectAgreement(bytes);

  test("keep their groups, supertypes and fields", () => {
    expect(module.recGroups).toEqual([
      { first: 0, size: 2 },
      { first: 2, size: 1 },
      { first: 3, size: 1 },
      { first: 4, size: 1 },
    ]);
    const link = { mutable: true, storage: { nullable: true, heap: 1 } };
    expect(module.types.slice(0, 3)).toEqual([
      {
        final: false,
        supertypes: [],
        composite: { kind: "struct", fields: [link, { mutable: false, storage: "i8" }] },
      },
      {
        final: false,
        supertypes: [],
        composite: { kind: "array", element: { mutable: true, storage: { nullable: false, heap: 0 } } },
      },
      {
        final: true,
        supertypes: [0],
        composite: {
          kind: "struct",
          fields: [link, { mutable: false, storage: "i8" }, { mutable: true, storage: "i16" }],
        },
      },
    ]);
  });

  test("print as in the text format", () => {
    const [entry] = module.exports;
    expect(entry && printType(exportType(module, entry))).toBe("func (anyref, i31ref) -> (ref 2)");
    expect(printValType({ nullable: true, heap: 3 })).toBe("(ref null 3)");
    expect(printValType({ nullable: false, heap: "none" })).toBe("(ref none)");
    expect(printValType({ nullable: true, heap: "none" })).toBe("nullref");
  });

  test("are made by constant expressions", () => {
    expect(module.globals.map(({ init }) => readConstExpr(module, init))).toEqual([
      [
        { op: "i32.const", value: 40 },
        { op: "i32.const", value: 2 },
        { op: "i32.const", value: 5 },
        { op: "i32.mul" },
        { op: "i32.add" },
        { op: "ref.i31" },
      ],
      [{ op: "v128.const", bits: (1n << 127n) | 1n }],
    ]);
    const [table] = module.tables;
    expect(table?.init && readConstExpr(module, table.init)).toEqual([{ op: "struct.new_default", typeIndex: 2 }]);
  });

  test("fill element segments", () => {
    const [segment] = module.elements;
    expect(segment?.type).toEqual({ nullable: true, heap: 3 });
    const items = segment?.items;
    if (items?.kind !== "expressions") return expect.unreachable("they are function indices");
    const { count, start, end } = items;
    const middle = start + 3;
    expect([count, end - middle]).toEqual([2, 3]);
    expect(readConstExpr(module, { start, end: middle })).toEqual([{ op: "ref.func", func: 0 }]);
    expect(readConstExpr(module, { start: middle, end })).toEqual([{ op: "ref.null", heap: 3 }]);
  });
});
