import type { AbstractHeapType, NumType } from "./value-type.ts";

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#value-types | binary format, value types}. */
export const valueTypeCodes: Readonly<Record<NumType | "v128", number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#heap-types | binary format, heap types}. */
export const heapTypeCodes: Readonly<Record<AbstractHeapType, number>> = {
  noexn: 0x74,
  nofunc: 0x73,
  noextern: 0x72,
  none: 0x71,
  func: 0x70,
  extern: 0x6f,
  any: 0x6e,
  eq: 0x6d,
  i31: 0x6c,
  struct: 0x6b,
  array: 0x6a,
  exn: 0x69,
};
