import type { ByteRange, CustomSection, Module } from "../module.ts";
import type { Alias } from "./alias.ts";
import type { Canon } from "./canon.ts";
import type { ComponentDefType, ComponentExternType, ComponentValType, CoreDefType } from "./component-type.ts";
import type { ExternName } from "./extern-name.ts";
import type { CoreSort, Sort, SortIndex } from "./sort.ts";

/** One thing by a name: an argument of an instantiation, an export of an instance that is made of exports. */
export interface Named<S extends Sort = Sort> extends SortIndex<S> {
  readonly name: string;
}

export type CoreInstance =
  | { readonly kind: "instantiate"; readonly module: number; readonly args: readonly Named<"core instance">[] }
  | { readonly kind: "exports"; readonly exports: readonly Named<CoreSort>[] };

export type Instance =
  | { readonly kind: "instantiate"; readonly component: number; readonly args: readonly Named[] }
  | { readonly kind: "exports"; readonly exports: readonly (SortIndex & { readonly name: ExternName })[] };

/** What one entry of a section defines, and where in the file it begins. */
export type Definition = { readonly offset: number } & (
  | { readonly kind: "core module"; readonly module: Module; readonly range: ByteRange }
  | { readonly kind: "core instance"; readonly instance: CoreInstance }
  | { readonly kind: "core type"; readonly type: CoreDefType }
  | { readonly kind: "component"; readonly component: Component }
  | { readonly kind: "instance"; readonly instance: Instance }
  | { readonly kind: "alias"; readonly alias: Alias }
  | { readonly kind: "type"; readonly type: ComponentDefType }
  | { readonly kind: "canon"; readonly canon: Canon }
  | { readonly kind: "start"; readonly function: number; readonly args: readonly number[]; readonly results: number }
  | { readonly kind: "import"; readonly name: ExternName; readonly type: ComponentExternType }
  | {
      readonly kind: "export";
      readonly name: ExternName;
      readonly target: SortIndex;
      readonly type: ComponentExternType | undefined;
    }
  | { readonly kind: "value"; readonly type: ComponentValType; readonly bytes: Uint8Array }
);

/**
 * A component as plain data: its definitions in the order of the file, which is the order in which they fill the index
 * spaces. An import fills the space of its type, an export that of its target once more. Indices were checked against
 * what was defined before.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md | Component model, binary format}.
 */
export interface Component {
  /** The bytes of this component alone. Not a copy. */
  readonly bytes: Uint8Array;
  /** Where `bytes` begin in the file; offsets here are counted from the file's first byte. */
  readonly offset: number;
  readonly definitions: readonly Definition[];
  readonly customs: readonly CustomSection[];
}
