import type { ByteWriter } from "../byte-writer.ts";
import type { HeapType, RefType, ValType } from "../value-type.ts";
import { heapTypeCodes, valueTypeCodes } from "../value-type-codes.ts";
import { codeOf } from "./code-of.ts";

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#value-types | binary format, value types}. */
export function encodeValType(writer: ByteWriter, type: ValType): void {
  if (typeof type === "object") encodeRefType(writer, type);
  else writer.byte(codeOf(valueTypeCodes, type, "value type"));
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#reference-types |
 * binary format, reference types}.
 */
export function encodeRefType(writer: ByteWriter, { nullable, heap }: RefType): void {
  // A nullable abstract type is its heap type's code alone.
  if (!nullable) writer.byte(0x64);
  else if (typeof heap === "number") writer.byte(0x63);
  encodeHeapType(writer, heap);
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#heap-types | binary format, heap types}. */
export function encodeHeapType(writer: ByteWriter, heap: HeapType): void {
  if (typeof heap === "number") writer.s33(heap);
  else writer.byte(codeOf(heapTypeCodes, heap, "heap type"));
}
