/** An index into one of the lists of {@link ResolvedWit}. */
export type WitIndex = number;

/**
 * Everything that WIT sources say, with every name resolved, in the form that the crate wit-parser gives it:
 * {@link https://docs.rs/wit-parser/0.262.0/wit_parser/struct.Resolve.html | wit_parser::Resolve}.
 */
export interface ResolvedWit {
  /** The index of the package that was asked for. All others are what it depends on. */
  readonly main: WitIndex;
  /** The index of the world that was chosen, or of the only one that the package has. */
  readonly world?: WitIndex;
  readonly worlds: readonly WitWorld[];
  readonly interfaces: readonly WitInterface[];
  /** Each after those that it refers to. */
  readonly types: readonly WitTypeDefinition[];
  readonly packages: readonly WitPackage[];
}

interface Documented {
  /** The comments of the form `///` that stand above. */
  readonly docs?: { readonly contents: string };
}

interface Item extends Documented {
  /** Left out where there are no annotations. */
  readonly stability?: WitStability;
}

/** The annotations `@since` and `@deprecated`, with versions. What is `@unstable` is left out as if it were not there. */
export interface WitStability {
  readonly stable: { readonly since: string; readonly deprecated?: string };
}

interface Named extends Item {
  /** The annotation `@external-id`: what this is called outside of WIT. */
  readonly external_id?: string;
}

export interface WitPackage extends Documented {
  /** With its version: `acme:text@1.0.0`. */
  readonly name: string;
  readonly interfaces: Readonly<Record<string, WitIndex>>;
  readonly worlds: Readonly<Record<string, WitIndex>>;
}

export interface WitWorld extends Item {
  readonly name: string;
  /**
   * By name, or `interface-<index>` for an interface that has one elsewhere. What other worlds that are included bring is
   * here as well, and the interfaces that others have their types from.
   */
  readonly imports: Readonly<Record<string, WitWorldItem>>;
  readonly exports: Readonly<Record<string, WitWorldItem>>;
  readonly package: WitIndex | null;
}

export type WitWorldItem =
  | { readonly interface: Named & { readonly id: WitIndex } }
  | { readonly function: WitFunction }
  /** A type that the world declares, or one that it uses and gives a name. */
  | { readonly type: WitIndex };

export interface WitInterface extends Item {
  /** Null for one that is written inside of a world. */
  readonly name: string | null;
  readonly types: Readonly<Record<string, WitIndex>>;
  readonly functions: Readonly<Record<string, WitFunction>>;
  readonly package: WitIndex | null;
}

export interface WitFunction extends Named {
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

export interface WitTypeDefinition extends Named {
  /** Null for a type that is written where it is used, such as `list<u8>`. */
  readonly name: string | null;
  /** Of a type that is used from elsewhere, or that is another name for one, it is `{ type }`. */
  readonly kind: WitTypeKind;
  /** Where the type is declared or used; null for one without a name. */
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
