import type { CanonicalAbi } from "./canonical/canonical-abi.ts";
import { referenceAbi } from "./reference/reference-abi.ts";

/** The canonical ABI for this realm: the fastest that it allows. */
export function canonicalAbi(): CanonicalAbi {
  return referenceAbi;
}
