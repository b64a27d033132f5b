/** What an index of a component counts in a core index space. */
export type CoreSort =
  | "core func"
  | "core table"
  | "core memory"
  | "core global"
  | "core tag"
  | "core type"
  | "core module"
  | "core instance";

/**
 * The index spaces of a component.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#instance-definitions | Binary, instance definitions}.
 */
export type Sort = CoreSort | "func" | "value" | "type" | "component" | "instance";

/** One item of an index space. */
export interface SortIndex<S extends Sort = Sort> {
  readonly sort: S;
  readonly index: number;
}
