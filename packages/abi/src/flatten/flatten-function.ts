import { maxFlatResults } from "../limits.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { CoreFunctionType } from "./core-type.ts";
import { flattenTypes } from "./flatten-type.ts";

/**
 * The core type of a function: `lift` for one that the guest exports, `lower` for one that it imports. More than 16 flat
 * parameters become one pointer to a tuple of them. More than one flat result become a pointer, which an export gives
 * back and an import takes as its last parameter.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening | Canonical ABI, flattening}.
 */
export function flattenFunction({ params, result }: FunctionType, context: "lift" | "lower"): CoreFunctionType {
  const flatParams = flattenTypes(params.map(({ type }) => type)) ?? ["i32"];
  const flatResults = result === undefined ? [] : flattenTypes([result]);
  if (flatResults !== undefined && flatResults.length <= maxFlatResults) {
    return { params: flatParams, results: flatResults };
  }
  if (context === "lift") return { params: flatParams, results: ["i32"] };
  return { params: [...flatParams, "i32"], results: [] };
}
