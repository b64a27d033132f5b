import type { ComponentValType } from "./component-type.ts";

/** How values cross: where a guest's memory is, how it allocates, what its strings are. Indices are core ones. */
export interface CanonOptions {
  readonly stringEncoding: "utf8" | "utf16" | "latin1+utf16";
  readonly memory: number | undefined;
  readonly realloc: number | undefined;
  readonly postReturn: number | undefined;
  readonly async: boolean;
  readonly callback: number | undefined;
}

/**
 * A function that crosses between core and component. Of the built-ins for async calls, threads and error contexts only
 * the name is kept, `stream.read` for one; each defines one core function.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#canonical-definitions | Binary, canonical definitions}.
 */
export type Canon =
  | { readonly kind: "lift"; readonly function: number; readonly options: CanonOptions; readonly type: number }
  | { readonly kind: "lower"; readonly function: number; readonly options: CanonOptions }
  | { readonly kind: "resource.new" | "resource.rep" | "resource.drop"; readonly resource: number }
  | { readonly kind: "task.return"; readonly result: ComponentValType | undefined; readonly options: CanonOptions }
  | { readonly kind: "other"; readonly name: string };
