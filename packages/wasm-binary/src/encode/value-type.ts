import type { ByteWriter } from "../byte-writer.ts";
import { abstractHeapTypes, numbersAndVectors } from "../decode/value-type.ts";
import type { HeapType, RefType, ValType } from "../value-type.ts";

const heapCodes: ReadonlyMap<HeapType, number> = new Map(
  [...abstractHeapTypes].map(([code, heap]): [HeapType, number] => [heap, code]),
);

const plainCodes: ReadonlyMap<ValType, number> = new Map(
  [...numbersAndVectors].map(([code, type]): [ValType, number] => [type, code]),
);

/** @see https://webassembly.github.io/spec/core/binary/types.html#value-types */
export function encodeValType(writer: ByteWriter, type: ValType): void {
  const code = plainCodes.get(type);
  if (code !== undefined) writer.byte(code);
  else if (typeof type === "object") encodeRefType(writer, type);
}

/** @see https://webassembly.github.io/spec/core/binary/types.html#reference-types */
export function encodeRefType(writer: ByteWriter, { nullable, heap }: RefType): void {
  // A nullable abstract type is its heap type's code alone.
  if (!nullable) writer.byte(0x64);
  else if (typeof heap === "number") writer.byte(0x63);
  encodeHeapType(writer, heap);
}

/** @see https://webassembly.github.io/spec/core/binary/types.html#heap-types */
export function encodeHeapType(writer: ByteWriter, heap: HeapType): void {
  if (typeof heap === "number") writer.s33(heap);
  else writer.byte(heapCodes.get(heap) ?? 0);
}
