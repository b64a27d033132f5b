import type { Sort } from "./sort.ts";

/**
 * Gives an item that lies elsewhere an index here: an export of an instance, or something of an enclosing component or
 * type, `count` scopes outward.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#alias-definitions | Binary, alias definitions}.
 */
export type Alias =
  | { readonly kind: "export"; readonly sort: Sort; readonly instance: number; readonly name: string }
  | { readonly kind: "core export"; readonly sort: Sort; readonly instance: number; readonly name: string }
  | { readonly kind: "outer"; readonly sort: Sort; readonly count: number; readonly index: number };
