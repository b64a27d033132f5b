import type { FunctionType } from "../types/function-type.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ValueType } from "../types/value-type.ts";

/** What an interface or a world names. */
export type Item =
  /** Named as in {@link printFunctionName}: `run`, `[constructor]r`, `[method]r.m`, `[static]r.s`. */
  | { readonly kind: "function"; readonly type: FunctionType }
  /** A name for a type of values. Two names of one type have one object. */
  | { readonly kind: "type"; readonly type: ValueType }
  /** A name for a resource. Two names of one resource have one object. */
  | { readonly kind: "resource"; readonly resource: ResourceType };

/** Items under one id: `ns:pkg/name@1.2.3`, or one word for an interface that is written inside of a world. */
export interface Interface {
  readonly kind: "interface";
  readonly items: ReadonlyMap<string, Item>;
}

/** What a plugin and its host give each other, by name in the order of declaration. */
export type WorldItems = ReadonlyMap<string, Item | Interface>;

/**
 * What a plugin asks of its host and what it offers, seen from the plugin.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md#wit-worlds | WIT, worlds}.
 */
export interface World {
  /** `ns:pkg/world@1.2.3` where it is known; a component does not say of which world it is. */
  readonly name: string | undefined;
  readonly imports: WorldItems;
  readonly exports: WorldItems;
}
