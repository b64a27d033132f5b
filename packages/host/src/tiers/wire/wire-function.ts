import type { Signature } from "../../intercept/call-site.ts";
import { coreFunction } from "./core-packing.ts";
import { type PackingContext, typedFunction, type WireFunction } from "./packing.ts";

/** How calls of a function on the boundary are packed. `name` is what messages call it by. */
export function wireFunction(name: string, signature: Signature, context: PackingContext): WireFunction {
  return signature.kind === "core"
    ? coreFunction(signature.params, signature.results)
    : typedFunction(name, signature.type, context);
}
