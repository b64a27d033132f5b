import type { SubType } from "../composite-type.ts";
import type { ExternType } from "../extern-type.ts";
import type { Import } from "../module.ts";
import type { ValType } from "../value-type.ts";
import type { Alias } from "./alias.ts";
import type { ExternName } from "./extern-name.ts";

/** A type of values without parts. */
export type PrimitiveValType =
  | "bool"
  | "s8"
  | "u8"
  | "s16"
  | "u16"
  | "s32"
  | "u32"
  | "s64"
  | "u64"
  | "f32"
  | "f64"
  | "char"
  | "string"
  | "error-context";

/** A type of values where it is used: a primitive one, or the index of a type that was defined. */
export type ComponentValType = PrimitiveValType | number;

export interface LabeledValType {
  readonly label: string;
  readonly type: ComponentValType;
}

/** A type of values where it is defined. Indices are type indices. */
export type DefinedValType =
  | { readonly kind: "primitive"; readonly type: PrimitiveValType }
  | { readonly kind: "record"; readonly fields: readonly LabeledValType[] }
  | { readonly kind: "variant"; readonly cases: readonly VariantCaseType[] }
  /** With a length it is a list of that many elements. */
  | { readonly kind: "list"; readonly element: ComponentValType; readonly length?: number }
  | { readonly kind: "tuple"; readonly types: readonly ComponentValType[] }
  | { readonly kind: "flags"; readonly labels: readonly string[] }
  | { readonly kind: "enum"; readonly labels: readonly string[] }
  | { readonly kind: "option"; readonly type: ComponentValType }
  | { readonly kind: "result"; readonly ok: ComponentValType | undefined; readonly err: ComponentValType | undefined }
  | { readonly kind: "own" | "borrow"; readonly resource: number }
  | { readonly kind: "stream" | "future"; readonly type: ComponentValType | undefined }
  | { readonly kind: "map"; readonly key: ComponentValType; readonly value: ComponentValType };

export interface VariantCaseType {
  readonly label: string;
  readonly type: ComponentValType | undefined;
}

export interface ComponentFuncType {
  readonly kind: "func";
  readonly async: boolean;
  readonly params: readonly LabeledValType[];
  readonly result: ComponentValType | undefined;
}

/** A resource that a component itself defines. */
export interface DefinedResourceType {
  readonly kind: "resource";
  readonly rep: ValType;
  /** A core function index. */
  readonly destructor: number | undefined;
}

export interface ComponentTypeType {
  readonly kind: "component";
  readonly declarators: readonly Declarator[];
}

/** Without imports among the declarators. */
export interface InstanceTypeType {
  readonly kind: "instance";
  readonly declarators: readonly Declarator[];
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions | Binary, type definitions}.
 */
export type ComponentDefType =
  | DefinedValType
  | ComponentFuncType
  | DefinedResourceType
  | ComponentTypeType
  | InstanceTypeType;

/** A part of a component type or an instance type. Each that adds to an index space adds one item, in this order. */
export type Declarator =
  | { readonly kind: "core type"; readonly type: CoreDefType; readonly offset: number }
  | { readonly kind: "type"; readonly type: ComponentDefType; readonly offset: number }
  | { readonly kind: "alias"; readonly alias: Alias; readonly offset: number }
  | { readonly kind: "import"; readonly name: ExternName; readonly type: ComponentExternType; readonly offset: number }
  | { readonly kind: "export"; readonly name: ExternName; readonly type: ComponentExternType; readonly offset: number };

/** What an import or export is. Indices are type indices, `core module` has a core type index. */
export type ComponentExternType =
  | { readonly kind: "core module"; readonly type: number }
  | { readonly kind: "func"; readonly type: number }
  | { readonly kind: "component"; readonly type: number }
  | { readonly kind: "instance"; readonly type: number }
  | {
      readonly kind: "value";
      readonly bound:
        | { readonly kind: "eq"; readonly value: number }
        | { readonly kind: "type"; readonly type: ComponentValType };
    }
  | { readonly kind: "type"; readonly bound: TypeBound };

export type TypeBound = { readonly kind: "eq"; readonly type: number } | { readonly kind: "sub resource" };

/** A core type that a component defines: recursion groups of the core specification, or the type of a module. */
export type CoreDefType =
  | { readonly kind: "rec group"; readonly types: readonly SubType[] }
  | { readonly kind: "module"; readonly declarators: readonly ModuleDeclarator[] };

export type ModuleDeclarator =
  | { readonly kind: "import"; readonly import: Import }
  | { readonly kind: "core type"; readonly type: CoreDefType }
  | { readonly kind: "outer alias"; readonly count: number; readonly index: number }
  | { readonly kind: "export"; readonly name: string; readonly type: ExternType };
