import type { Passages } from "./canonical/passage.ts";
import { canCompile } from "./compiled/compiled-abi.ts";
import { compiledPassages } from "./compiled/compiled-passages.ts";
import { referencePassages } from "./reference/passages.ts";

/** The halves of calls for this realm: as code that is made for each function, or where that is forbidden interpreted. */
export function canonicalPassages(): Passages {
  return canCompile() ? compiledPassages : referencePassages;
}
