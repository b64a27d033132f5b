import type { CanonicalAbi } from "../canonical/canonical-abi.ts";
import { canonLift } from "./canon-lift.ts";
import { canonLower } from "./canon-lower.ts";

/**
 * The canonical ABI in the order of the specification, step by step. It makes no code, so that it serves where that is
 * forbidden, and it says what the faster one has to do.
 */
export const referenceAbi: CanonicalAbi = { name: "reference", lift: canonLift, lower: canonLower };
