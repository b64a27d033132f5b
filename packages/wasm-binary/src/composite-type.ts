import type { ValType } from "./value-type.ts";

/** See {@link https://webassembly.github.io/spec/core/syntax/types.html#function-types | structure, function types}. */
export interface FuncType {
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
}

/** What a field holds: a value, or an integer packed into fewer bits. */
export type StorageType = ValType | "i8" | "i16";

export interface FieldType {
  readonly mutable: boolean;
  readonly storage: StorageType;
}

/**
 * See {@link https://webassembly.github.io/spec/core/syntax/types.html#composite-types | structure, composite types}.
 */
export type CompositeType =
  | { readonly kind: "func"; readonly type: FuncType }
  | { readonly kind: "struct"; readonly fields: readonly FieldType[] }
  | { readonly kind: "array"; readonly element: FieldType };

/**
 * One entry of the type index space.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/types.html#recursive-types | structure, recursive types}.
 */
export interface SubType {
  /** Whether no other type may have this one as its supertype. */
  readonly final: boolean;
  /** Type indices; today at most one. */
  readonly supertypes: readonly number[];
  readonly composite: CompositeType;
}

/** Types that may refer to each other: `size` entries of the type index space from `first` on. */
export interface RecGroup {
  readonly first: number;
  readonly size: number;
}
