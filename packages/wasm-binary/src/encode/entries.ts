import type { ByteWriter } from "../byte-writer.ts";
import type { GlobalType, TableType } from "../extern-type.ts";
import type { Export, Import } from "../module.ts";
import { codeOf } from "./code-of.ts";
import { encodeExternType, encodeGlobalType, encodeTableType, externKindCodes } from "./extern-type.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#import-section |
 * binary format, import section}.
 */
export function encodeImport(writer: ByteWriter, { module, name, type }: Import): void {
  writer.name(module).name(name);
  encodeExternType(writer, type);
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#export-section |
 * binary format, export section}.
 */
export function encodeExport(writer: ByteWriter, { name, kind, index }: Export): void {
  writer
    .name(name)
    .byte(codeOf(externKindCodes, kind, "kind"))
    .u32(index);
}

/**
 * An entry of the function section; `typeIndex` is that of its type.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#function-section |
 * binary format, function section}.
 */
export function encodeFunction(writer: ByteWriter, typeIndex: number): void {
  writer.u32(typeIndex);
}

/** A table to write: `init` is a whole constant expression, its `end` included. */
export interface TableEntry {
  readonly type: TableType;
  readonly init?: Uint8Array;
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#table-section | binary format, table section}.
 */
export function encodeTable(writer: ByteWriter, { type, init }: TableEntry): void {
  if (init === undefined) {
    encodeTableType(writer, type);
    return;
  }
  encodeTableType(writer.byte(0x40).byte(0), type);
  writer.raw(init);
}

/** A global to write: `init` is a whole constant expression, its `end` included. */
export interface GlobalEntry {
  readonly type: GlobalType;
  readonly init: Uint8Array;
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#global-section |
 * binary format, global section}.
 */
export function encodeGlobal(writer: ByteWriter, { type, init }: GlobalEntry): void {
  encodeGlobalType(writer, type);
  writer.raw(init);
}
