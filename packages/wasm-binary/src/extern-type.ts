import type { FuncType } from "./composite-type.ts";
import type { RefType, ValType } from "./value-type.ts";

/** A size in pages or entries; without `max` it may grow up to what the engine allows. */
export interface Limits {
  readonly min: bigint;
  readonly max?: bigint;
}

/** The type of the numbers that address a memory or a table: `i64` is memory64 and table64. */
export type AddressType = "i32" | "i64";

/** See {@link https://webassembly.github.io/spec/core/syntax/types.html#table-types | structure, table types}. */
export interface TableType {
  readonly element: RefType;
  /** In entries. */
  readonly limits: Limits;
  readonly index: AddressType;
}

/** See {@link https://webassembly.github.io/spec/core/syntax/types.html#memory-types | structure, memory types}. */
export interface MemoryType {
  /** In pages of 65,536 bytes. */
  readonly limits: Limits;
  readonly shared: boolean;
  readonly index: AddressType;
}

/** See {@link https://webassembly.github.io/spec/core/syntax/types.html#global-types | structure, global types}. */
export interface GlobalType {
  readonly mutable: boolean;
  readonly type: ValType;
}

/**
 * What an import asks for and an export gives.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/types.html#external-types | structure, external types}.
 */
export type ExternType =
  | { readonly kind: "func"; readonly type: FuncType; readonly typeIndex: number }
  | ({ readonly kind: "table" } & TableType)
  | ({ readonly kind: "memory" } & MemoryType)
  | ({ readonly kind: "global" } & GlobalType)
  | { readonly kind: "tag"; readonly type: FuncType; readonly typeIndex: number };

export type ExternKind = ExternType["kind"];
