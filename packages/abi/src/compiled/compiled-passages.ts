import { checkFunction } from "../canonical/check-function.ts";
import type { Passages } from "../canonical/passage.ts";
import { referencePassages } from "../reference/passages.ts";
import { isBeyondMeasure } from "./beyond-measure.ts";
import { codecOf } from "./codec.ts";
import { compileReader, compileWriter } from "./compile-passage.ts";

/** The two halves of a call as code that is made for each function. */
export const compiledPassages: Passages = {
  writer(part, type, options) {
    checkFunction("lift", type, options);
    const codec = codecOf(options);
    if (isBeyondMeasure(type, codec)) return referencePassages.writer(part, type, options);
    return compileWriter(part, type, options, codec);
  },
  reader(part, type, options) {
    checkFunction("lift", type, options);
    const codec = codecOf(options);
    if (isBeyondMeasure(type, codec)) return referencePassages.reader(part, type, options);
    return compileReader(part, type, options, codec);
  },
};
