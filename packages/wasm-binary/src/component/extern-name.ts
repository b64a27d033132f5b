/**
 * The name of an import or an export of a component, with what annotates it.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#import-and-export-definitions | Binary, import and export definitions}.
 */
export interface ExternName {
  /** As the file has it: `run`, `[method]r.m`, `ns:pkg/name@1.2.3`. */
  readonly name: string;
  /** The interface that an import or export under a plain name implements. */
  readonly implements?: string | undefined;
  /** What follows the version of the name in the whole version. */
  readonly versionSuffix?: string | undefined;
  /** What the item is called outside of the component model. */
  readonly externalId?: string | undefined;
}
