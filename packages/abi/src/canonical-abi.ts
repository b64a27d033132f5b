import type { CanonicalAbi } from "./canonical/canonical-abi.ts";
import { canCompile, compiledAbi } from "./compiled/compiled-abi.ts";
import { referenceAbi } from "./reference/reference-abi.ts";

/** The canonical ABI for this realm: as code that is made for each function, or where that is forbidden interpreted. */
export function canonicalAbi(): CanonicalAbi {
  return canCompile() ? compiledAbi : referenceAbi;
}
