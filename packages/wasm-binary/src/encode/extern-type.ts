import type { ByteWriter } from "../byte-writer.ts";
import type { ExternKind, ExternType, GlobalType, MemoryType, TableType } from "../extern-type.ts";
import { codeOf } from "./code-of.ts";
import { encodeRefType, encodeValType } from "./value-type.ts";

export const externKindCodes: Readonly<Record<ExternKind, number>> = {
  func: 0,
  table: 1,
  memory: 2,
  global: 3,
  tag: 4,
};

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#external-types | binary format, external types}.
 */
export function encodeExternType(writer: ByteWriter, type: ExternType): void {
  writer.byte(codeOf(externKindCodes, type.kind, "kind"));
  switch (type.kind) {
    case "func":
      writer.u32(type.typeIndex);
      return;
    case "table":
      encodeTableType(writer, type);
      return;
    case "memory":
      encodeMemoryType(writer, type);
      return;
    case "global":
      encodeGlobalType(writer, type);
      return;
    case "tag":
      encodeTag(writer, type.typeIndex);
  }
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#table-types | binary format, table types}. */
export function encodeTableType(writer: ByteWriter, { element, limits, index }: TableType): void {
  encodeRefType(writer, element);
  encodeLimits(writer, { limits, index, shared: false });
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#memory-types | binary format, memory types}. */
export function encodeMemoryType(writer: ByteWriter, type: MemoryType): void {
  encodeLimits(writer, type);
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#limits | binary format, limits}. */
function encodeLimits(writer: ByteWriter, { limits, index, shared }: MemoryType): void {
  const { min, max } = limits;
  const flags = [max !== undefined, shared, index === "i64"];
  writer.byte(flags.reduce((byte, flag, bit) => byte | (flag ? 1 << bit : 0), 0));
  const sizes = max === undefined ? [min] : [min, max];
  for (const size of sizes) {
    if (index === "i64") writer.u64(size);
    else writer.u32(Number(size));
  }
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#global-types | binary format, global types}. */
export function encodeGlobalType(writer: ByteWriter, { mutable, type }: GlobalType): void {
  encodeValType(writer, type);
  writer.byte(mutable ? 1 : 0);
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#tag-types | binary format, tag types}. */
export function encodeTag(writer: ByteWriter, typeIndex: number): void {
  writer.byte(0).u32(typeIndex);
}
