/**
 * What a reference may point at: an abstract heap type by its name, or a type of the module by its index.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/types.html#heap-types | structure, heap types}.
 */
export type HeapType = AbstractHeapType | number;

export type AbstractHeapType =
  | "any"
  | "eq"
  | "i31"
  | "struct"
  | "array"
  | "none"
  | "func"
  | "nofunc"
  | "extern"
  | "noextern"
  | "exn"
  | "noexn";

/**
 * A reference: `{ nullable: true, heap: "func" }` is `funcref`.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/types.html#reference-types | structure, reference types}.
 */
export interface RefType {
  readonly nullable: boolean;
  readonly heap: HeapType;
}

/** See {@link https://webassembly.github.io/spec/core/syntax/types.html#number-types | structure, number types}. */
export type NumType = "i32" | "i64" | "f32" | "f64";

/**
 * The type of one value: a string for numbers and vectors, an object for references.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/types.html#value-types | structure, value types}.
 */
export type ValType = NumType | "v128" | RefType;
