import type { ResourceType } from "./resource-type.ts";

/** Integers, by sign and width. */
export type IntegerKind = "s8" | "u8" | "s16" | "u16" | "s32" | "u32" | "s64" | "u64";

/** Numbers. A list of one of them is a typed array in JavaScript. */
export type NumberKind = IntegerKind | "f32" | "f64";

/** A number. */
export interface NumberType {
  readonly kind: NumberKind;
  /**
   * The kind that JavaScript sees instead, where host and plugin know the value by two: a `u8` in memory that is a bigint
   * as any `u64` is, or a `u64` in memory that is a number as any `u8` is. On the way in a value has to be in the range
   * of both. The elements of a list are in the typed array of the view. Left out where they agree.
   */
  readonly view?: IntegerKind | undefined;
}

/** A type without parts that is no number. */
export interface PrimitiveType {
  readonly kind: "bool" | "char" | "string";
}

/**
 * A type that can be told of and not yet carried: streams, futures, error contexts, maps, lists of fixed length. Asking
 * for its layout throws `unsupported`.
 */
export interface UnsupportedType {
  readonly kind: "unsupported";
  /** As WIT writes it: `stream<u8>`. */
  readonly text: string;
}

export interface ListType {
  readonly kind: "list";
  readonly element: ValueType;
}

export interface RecordField {
  /** As WIT writes it, in kebab-case. */
  readonly name: string;
  readonly type: ValueType;
  /**
   * Whether JavaScript does not see it, as the plugin alone knows of it: it lies in memory, is left out of the object on
   * the way out, and on the way in it is undefined. Default: false.
   */
  readonly hidden?: boolean | undefined;
}

/** At least one field. */
export interface RecordType {
  readonly kind: "record";
  readonly fields: readonly RecordField[];
}

/** At least one type. */
export interface TupleType {
  readonly kind: "tuple";
  readonly types: readonly ValueType[];
}

export interface VariantCase {
  /** As WIT writes it, in kebab-case. */
  readonly name: string;
  /** Left out where the case carries no value. */
  readonly type?: ValueType | undefined;
}

/** At least one case. */
export interface VariantType {
  readonly kind: "variant";
  readonly cases: readonly VariantCase[];
}

/** At least one label. */
export interface EnumType {
  readonly kind: "enum";
  readonly labels: readonly string[];
}

export interface OptionType {
  readonly kind: "option";
  readonly type: ValueType;
}

export interface ResultType {
  readonly kind: "result";
  readonly ok?: ValueType | undefined;
  readonly err?: ValueType | undefined;
}

/** From one to 32 labels. */
export interface FlagsType {
  readonly kind: "flags";
  readonly labels: readonly string[];
  /**
   * The flags that JavaScript sees instead, where host and plugin know them by two types: what is not in both is false on
   * the way out, and must not be set on the way in. Left out where they agree.
   */
  readonly view?: FlagsType | undefined;
}

/** A handle: `own` hands the resource over, `borrow` lends it for the time of a call. */
export interface HandleType {
  readonly kind: "own" | "borrow";
  readonly resource: ResourceType;
}

/**
 * The type of a component's value. Every type that the specification has as stable and that a synchronous call can
 * carry is here; of the others there is the text alone.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#type-definitions | Explainer, type definitions}.
 */
export type ValueType =
  | NumberType
  | PrimitiveType
  | UnsupportedType
  | ListType
  | RecordType
  | TupleType
  | VariantType
  | EnumType
  | OptionType
  | ResultType
  | FlagsType
  | HandleType;
