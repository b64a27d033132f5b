import { type CoreFunctionType, type FunctionType, flattenFunction } from "@polyplug/abi";
import { UnsupportedFinder } from "./unsupported-finder.ts";

/** What a function's type becomes at the core, or what keeps it from that. */
export type Signature =
  | { readonly missing: readonly string[] }
  | { readonly missing?: undefined; readonly lift: CoreFunctionType; readonly lower: CoreFunctionType };

/** The core types of functions, each worked out once. */
export class Signatures {
  readonly #finder = new UnsupportedFinder();
  readonly #known = new Map<FunctionType, Signature>();

  of(type: FunctionType): Signature {
    const signature = this.#known.get(type) ?? this.#flatten(type);
    this.#known.set(type, signature);
    return signature;
  }

  #flatten(type: FunctionType): Signature {
    const missing = this.#finder.in(type);
    if (missing.length > 0) return { missing };
    return { lift: flattenFunction(type, "lift"), lower: flattenFunction(type, "lower") };
  }
}
