import {
  type CompositeType,
  type ConstInstr,
  type ExternType,
  encodeConstExpr,
  encodeExport,
  encodeFunction,
  encodeGlobal,
  encodeImport,
  encodeList,
  encodeMemoryType,
  encodeModule,
  encodeRecGroup,
  encodeTable,
  encodeTag,
  type FieldType,
  type FuncType,
  type GlobalType,
  type HeapType,
  type MemoryType,
  type RefType,
  type SubType,
  type TableType,
  type ValType,
} from "@polyplug/wasm-binary";
import fc from "fast-check";

/** What a generated module is made of, in the words of the decoder. */
export interface Parts {
  readonly types: readonly SubType[];
  readonly imports: readonly { readonly module: string; readonly name: string; readonly type: ExternType }[];
  readonly functions: readonly number[];
  readonly tables: readonly { readonly type: TableType; readonly init?: readonly ConstInstr[] }[];
  readonly memories: readonly MemoryType[];
  readonly tags: readonly number[];
  readonly globals: readonly { readonly type: GlobalType; readonly init: readonly ConstInstr[] }[];
  readonly exports: readonly { readonly name: string; readonly kind: "memory"; readonly index: number }[];
}

/** Every module has these two types first, so that functions and tags always find one. */
const firstTypes: readonly FuncType[] = [
  { params: [], results: [] },
  { params: ["i32", "i64"], results: ["f64"] },
];
const typeCount = 6;

const abstractHeap = fc.constantFrom<HeapType>(
  ...(["any", "eq", "i31", "struct", "array", "none"] as const),
  ...(["func", "nofunc", "extern", "noextern", "exn", "noexn"] as const),
);
const heap: fc.Arbitrary<HeapType> = fc.oneof(abstractHeap, fc.nat(typeCount - 1));
const refType: fc.Arbitrary<RefType> = fc.record({ nullable: fc.boolean(), heap });
const valType: fc.Arbitrary<ValType> = fc.oneof(fc.constantFrom<ValType>("i32", "i64", "f32", "f64", "v128"), refType);
const fieldType: fc.Arbitrary<FieldType> = fc.record({
  mutable: fc.boolean(),
  storage: fc.oneof(valType, fc.constantFrom<FieldType["storage"]>("i8", "i16")),
});
const funcType: fc.Arbitrary<FuncType> = fc.record({
  params: fc.array(valType, { maxLength: 5 }),
  results: fc.array(valType, { maxLength: 3 }),
});
const compositeType: fc.Arbitrary<CompositeType> = fc.oneof(
  funcType.map((type): CompositeType => ({ kind: "func", type })),
  fc.array(fieldType, { maxLength: 4 }).map((fields): CompositeType => ({ kind: "struct", fields })),
  fieldType.map((element): CompositeType => ({ kind: "array", element })),
);

/** All types are one group, so that each may mention any. The supertype of one is the open type 2. */
const types: fc.Arbitrary<readonly SubType[]> = fc
  .tuple(compositeType, compositeType, compositeType, compositeType, fc.boolean(), fc.boolean())
  .map(([open, under, left, right, final, flag]) => [
    ...firstTypes.map((type): SubType => ({ final: true, supertypes: [], composite: { kind: "func", type } })),
    { final: false, supertypes: [], composite: open },
    { final, supertypes: [2], composite: under },
    { final: flag, supertypes: [], composite: left },
    { final: true, supertypes: [], composite: right },
  ]);

const limitsUpTo = (most: bigint, needsMax: fc.Arbitrary<boolean>): fc.Arbitrary<TableType["limits"]> =>
  fc.tuple(fc.bigInt(0n, most), fc.bigInt(0n, most), needsMax).map(([left, right, bounded]) => {
    const [min, max] = left < right ? [left, right] : [right, left];
    return bounded ? { min, max } : { min };
  });

const memoryType: fc.Arbitrary<MemoryType> = fc
  .record({
    shared: fc.boolean(),
    index: fc.constantFrom<"i32" | "i64">("i32", "i64"),
  })
  .chain((type) =>
    limitsUpTo(type.index === "i32" ? 65_536n : 2n ** 48n, type.shared ? fc.constant(true) : fc.boolean()).map(
      (limits) => ({ ...type, limits }),
    ),
  );
const tableType: fc.Arbitrary<TableType> = fc.record({
  element: refType,
  limits: limitsUpTo(10_000_000n, fc.boolean()),
  index: fc.constantFrom<"i32" | "i64">("i32", "i64"),
});
const globalType: fc.Arbitrary<GlobalType> = fc.record({ mutable: fc.boolean(), type: valType });
const functionTypeIndex = fc.nat(firstTypes.length - 1);
const typedFunction = functionTypeIndex.map((typeIndex) => ({
  typeIndex,
  type: firstTypes[typeIndex] ?? { params: [], results: [] },
}));

const externType: fc.Arbitrary<ExternType> = fc.oneof(
  typedFunction.map((typed): ExternType => ({ kind: "func", ...typed })),
  tableType.map((type): ExternType => ({ kind: "table", ...type })),
  memoryType.map((type): ExternType => ({ kind: "memory", ...type })),
  globalType.map((type): ExternType => ({ kind: "global", ...type })),
  typedFunction.map((typed): ExternType => ({ kind: "tag", ...typed })),
);

const constInstr: fc.Arbitrary<ConstInstr> = fc.oneof(
  fc.integer().map((value): ConstInstr => ({ op: "i32.const", value })),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map((value): ConstInstr => ({ op: "i64.const", value })),
  fc.bigInt(0n, 2n ** 32n - 1n).map((bits): ConstInstr => ({ op: "f32.const", bits })),
  fc.bigInt(0n, 2n ** 64n - 1n).map((bits): ConstInstr => ({ op: "f64.const", bits })),
  fc.bigInt(0n, 2n ** 128n - 1n).map((bits): ConstInstr => ({ op: "v128.const", bits })),
  heap.map((heap): ConstInstr => ({ op: "ref.null", heap })),
  fc
    .tuple(fc.constantFrom("struct.new", "struct.new_default", "array.new", "array.new_default"), fc.nat(typeCount - 1))
    .map(([op, typeIndex]): ConstInstr => ({ op, typeIndex })),
  fc
    .tuple(fc.nat(typeCount - 1), fc.nat(10_000))
    .map(([typeIndex, length]): ConstInstr => ({ op: "array.new_fixed", typeIndex, length })),
  fc
    .constantFrom(
      ...(["i32.add", "i32.sub", "i32.mul", "i64.add", "i64.sub", "i64.mul"] as const),
      ...(["ref.i31", "any.convert_extern", "extern.convert_any"] as const),
    )
    .map((op): ConstInstr => ({ op })),
);
const constExpr = fc.array(constInstr, { maxLength: 4 });
const name = fc.string({ unit: "binary", maxLength: 12 });

export const arbitraryParts: fc.Arbitrary<Parts> = fc
  .record({
    types,
    imports: fc.array(fc.record({ module: name, name, type: externType }), { maxLength: 6 }),
    functions: fc.array(functionTypeIndex, { maxLength: 4 }),
    tables: fc.array(fc.record({ type: tableType, init: constExpr }, { requiredKeys: ["type"] }), { maxLength: 3 }),
    memories: fc.array(memoryType, { maxLength: 3 }),
    tags: fc.array(functionTypeIndex, { maxLength: 3 }),
    globals: fc.array(fc.record({ type: globalType, init: constExpr }), { maxLength: 4 }),
    exportNames: fc.uniqueArray(name, { maxLength: 4 }),
  })
  .map(({ exportNames, ...parts }) => {
    const names = parts.memories.length > 0 ? exportNames : [];
    return { ...parts, exports: names.map((name) => ({ name, kind: "memory", index: 0 })) };
  });

/** Writes the parts; a function's body is no more than its end. */
export function encodeParts(parts: Parts): Uint8Array {
  return encodeModule({
    type: encodeList([parts.types], encodeRecGroup),
    import: encodeList(parts.imports, encodeImport),
    function: encodeList(parts.functions, encodeFunction),
    table: encodeList(
      parts.tables.map(({ type, init }) => (init ? { type, init: encodeConstExpr(init) } : { type })),
      encodeTable,
    ),
    memory: encodeList(parts.memories, encodeMemoryType),
    tag: encodeList(parts.tags, encodeTag),
    global: encodeList(
      parts.globals.map(({ type, init }) => ({ type, init: encodeConstExpr(init) })),
      encodeGlobal,
    ),
    export: encodeList(parts.exports, encodeExport),
    code: encodeList(parts.functions, (writer) => writer.raw([2, 0, 0x0b])),
  });
}
