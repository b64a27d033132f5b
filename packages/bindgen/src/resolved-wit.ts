/** An index into one of the lists of {@link ResolvedWit}. */
export type WitIndex = number;

/**
 * Everything that WIT sources say, with every name resolved, in the form that the crate wit-parser gives it:
 * {@link https://docs.rs/wit-parser/0.262.0/wit_parser/struct.Resolve.html | wit_parser::Resolve}.
 */
export interface ResolvedWit {
  /** The index of the package that was asked for. All others are what it depends on. */
  readonly main: WitIndex;
  readonly worlds: readonly WitWorld[];
  readonly interfaces: readonly WitInterface[];
  readonly types: readonly WitTypeDefinition[];
  readonly packages: readonly WitPackage[];
}

interface Documented {
  /** The comments of the form `///` that stand above. */
  readonly docs?: { readonly contents: string };
}

interface Item extends Documented {
  /** The annotation `@since` or `@unstable`, and `@deprecated`. */
  readonly stability?: unknown;
}

export interface WitPackage extends Documented {
  /** With its version: `acme:text@1.0.0`. */
  readonly name: string;
  readonly interfaces: Readonly<Record<string, WitIndex>>;
  readonly worlds: Readonly<Record<string, WitIndex>>;
}

export interface WitWorld extends Item {
  readonly name: string;
  /** By name, or `interface-<index>` for an interface that has one elsewhere. */
  readonly imports: Readonly<Record<string, WitWorldItem>>;
  readonly exports: Readonly<Record<string, WitWorldItem>>;
  readonly package: WitIndex | null;
}

export type WitWorldItem =
  | { readonly interface: Item & { readonly id: WitIndex } }
  | { readonly function: WitFunction }
  | { readonly type: WitIndex };

export interface WitInterface extends Item {
  /** Null for one that is written inside of a world. */
  readonly name: string | null;
  readonly types: Readonly<Record<string, WitIndex>>;
  readonly functions: Readonly<Record<string, WitFunction>>;
  readonly package: WitIndex | null;
}

export interface WitFunction extends Item {
  /** `transform`, `[constructor]r`, `[method]r.m`, `[static]r.s`. */
  readonly name: string;
  readonly kind: WitFunctionKind;
  readonly params: readonly { readonly name: string; readonly type: WitType }[];
  readonly result?: WitType;
}

/** Those of a resource carry its index. */
export type WitFunctionKind =
  | "freestanding"
  | "async-freestanding"
  | "getter"
  | "setter"
  | { readonly constructor: WitIndex }
  | { readonly method: WitIndex }
  | { readonly "async-method": WitIndex }
  | { readonly "method-getter": WitIndex }
  | { readonly "method-setter": WitIndex }
  | { readonly static: WitIndex }
  | { readonly "async-static": WitIndex }
  | { readonly "static-getter": WitIndex }
  | { readonly "static-setter": WitIndex };

/** A primitive type's name, or the index of a type. */
export type WitType = WitIndex | WitPrimitive;

export type WitPrimitive =
  | "bool"
  | "u8"
  | "u16"
  | "u32"
  | "u64"
  | "s8"
  | "s16"
  | "s32"
  | "s64"
  | "f32"
  | "f64"
  | "char"
  | "string"
  | "error-context";

export interface WitTypeDefinition extends Item {
  /** Null for a type that is written where it is used, such as `list<u8>`. */
  readonly name: string | null;
  readonly kind: WitTypeKind;
  readonly owner: { readonly world: WitIndex } | { readonly interface: WitIndex } | null;
}

interface Labelled extends Documented {
  readonly name: string;
}

export type WitTypeKind =
  | "resource"
  | { readonly type: WitType }
  | { readonly record: { readonly fields: readonly (Labelled & { readonly type: WitType })[] } }
  | { readonly variant: { readonly cases: readonly (Labelled & { readonly type: WitType | null })[] } }
  | { readonly enum: { readonly cases: readonly Labelled[] } }
  | { readonly flags: { readonly flags: readonly Labelled[] } }
  | { readonly tuple: { readonly types: readonly WitType[] } }
  | { readonly option: WitType }
  | { readonly result: { readonly ok: WitType | null; readonly err: WitType | null } }
  | { readonly list: WitType }
  | { readonly "fixed-length-list": readonly [element: WitType, length: number] }
  | { readonly map: readonly [key: WitType, value: WitType] }
  | { readonly handle: { readonly own: WitIndex } | { readonly borrow: WitIndex } }
  | { readonly future: WitType | null }
  | { readonly stream: WitType | null };
