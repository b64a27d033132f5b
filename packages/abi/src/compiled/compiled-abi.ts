import type { CanonicalAbi, CoreFunction, FunctionOptions, ValueFunction } from "../canonical/canonical-abi.ts";
import { checkFunction } from "../canonical/check-function.ts";
import { allNeeds } from "../canonical/needs.ts";
import { released } from "../canonical/refusals.ts";
import { referenceAbi } from "../reference/reference-abi.ts";
import type { FunctionType } from "../types/function-type.ts";
import { isBeyondMeasure } from "./beyond-measure.ts";
import { codecOf } from "./codec.ts";
import { compileLift } from "./compile-lift.ts";
import { compileLower } from "./compile-lower.ts";
import { type Callable, lateFunction } from "./late-function.ts";
import { partCount } from "./part-count.ts";

/**
 * The canonical ABI as code that is made for each function: it reads and writes values where they are, allocates nothing
 * for numbers, and lets the engine inline the call of the guest. Functions beyond measure are left to the one that
 * interprets, with which it agrees in everything but the calls of `realloc` for strings.
 */
export const compiledAbi: CanonicalAbi = {
  name: "compiled",
  lift(core, type, options) {
    checkFunction("lift", type, options);
    return inGoodTime(type, options, () => makeLift(core, type, options), refusedCall(options));
  },
  lower(implementation, type, options) {
    checkFunction("lower", type, options);
    return inGoodTime(type, options, () => makeLower(implementation, type, options), refusedImport(options));
  },
};

function makeLift(core: CoreFunction, type: FunctionType, options: FunctionOptions): ValueFunction {
  const codec = codecOf(options);
  if (isBeyondMeasure(type, codec)) return referenceAbi.lift(core, type, options);
  return compileLift(core, type, options, codec);
}

function makeLower(implementation: ValueFunction, type: FunctionType, options: FunctionOptions): CoreFunction {
  const codec = codecOf(options);
  if (isBeyondMeasure(type, codec)) return referenceAbi.lower(implementation, type, options);
  return compileLower(implementation, type, options, codec);
}

/** Makes a function at once where its calls are so quick that nothing may stand between, or else when it is called. */
function inGoodTime<Made extends Callable>(
  type: FunctionType,
  { instance }: FunctionOptions,
  make: () => Made,
  refuse: () => never,
): Made {
  if (isPlain(type)) return make();
  const { call, release } = lateFunction(make);
  instance.releases?.push(() => {
    release(refuse);
  });
  return call as Made;
}

/** A function that forgot its guest before it was made. */
function refusedCall({ name, guard }: FunctionOptions): () => never {
  return () => {
    throw guard?.refusal(name) ?? released(name);
  };
}

function refusedImport({ name, guard }: FunctionOptions): () => never {
  return () => {
    throw guard === undefined ? released(name) : guard.interrupt(name, undefined, "host");
  };
}

/** Parts of all types of a function that takes nothing to call. */
const mostPlainParts = 8;

/** Whether values of a function are few numbers and the like. */
function isPlain(type: FunctionType): boolean {
  const { memory, handles } = allNeeds([
    ...type.params.map((param) => param.type),
    ...(type.result ? [type.result] : []),
  ]);
  return !memory && !handles && partCount(type, mostPlainParts) <= mostPlainParts;
}

/** Whether this realm may make code from text; a strict Content-Security-Policy, among others, forbids it. */
export function canCompile(): boolean {
  try {
    new Function("");
    return true;
  } catch (error) {
    if (error instanceof EvalError) return false;
    throw error;
  }
}
