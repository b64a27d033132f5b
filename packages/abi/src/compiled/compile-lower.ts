import { ResultError } from "@polyplug/errors";
import type { CoreFunction, FunctionOptions, ValueFunction } from "../canonical/canonical-abi.ts";
import { allNeeds } from "../canonical/needs.ts";
import { leaving, refusePromise } from "../canonical/refusals.ts";
import { suspended } from "../canonical/suspended.ts";
import { flattenFunction } from "../flatten/flatten-function.ts";
import { flattenTypes } from "../flatten/flatten-type.ts";
import { maxFlatParams, maxFlatResults } from "../limits.ts";
import { swallowedEnd } from "../reference/swallowed-end.ts";
import { paramSlots, resultSlots } from "../reference/value-slots.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { ResultType } from "../types/value-type.ts";
import { Outcome } from "../values/outcome.ts";
import { matchCase } from "../values/variant.ts";
import { CallEmitter, errorAt, errorInValueAt, isGuestsFault, type Stage } from "./call-emitter.ts";
import { emitLiftValues, emitLowerValues } from "./call-values.ts";
import type { Codec } from "./codec.ts";
import type { emitLower } from "./emit-lower.ts";
import { emitCase } from "./emit-lower-variant.ts";
import { faults } from "./fault.ts";

/** One function that does all of `canon lower` for this type. */
export function compileLower(
  implementation: ValueFunction,
  type: FunctionType,
  options: FunctionOptions,
  codec: Codec,
): CoreFunction {
  const { name, instance, guard, resources } = options;
  const e = new CallEmitter(codec);
  const params = paramSlots("lift", options, type);
  const results = resultSlots("lower", options, type);
  const alive = guard === undefined ? undefined : `${e.constant(guard.life)}.alive`;
  const core = flattenFunction(type, "lower").params.map((_, index) => `k${index}`);
  const { handles } = allNeeds([...type.params.map((param) => param.type), ...(type.result ? [type.result] : [])]);

  if (alive !== undefined) e.line(`if(!${alive})throw ${e.constant(ended(options))}();`);
  e.line("let s=0;try{");
  e.begin("guest", params.subject);
  e.line(`if(!${e.constant(instance)}.mayLeave)throw ${e.constant(leavingWith(name))}();`);
  if (handles) e.line(`const h=${e.constant(codec)}.beginScope();`);
  const args = emitLiftValues(e, maxFlatParams, core, params).map((value) => e.let(value));
  e.begin("host", results.subject);
  const outcome = type.result?.kind === "result" && options.outcome === "throw" ? outcomeOf(e, type.result) : undefined;
  const callStage = e.stages.length - 1;
  const fail = e.constant(failure(options, e.stages, callStage));
  const finish = (): void => {
    if (alive !== undefined) e.line(`if(!${alive})throw ${e.constant(swallowedEnd)};`);
    const outParam = core[flattenTypes(type.params.map((param) => param.type))?.length ?? 1];
    const [lowered] = emitLowerValues(e, maxFlatResults, ["r"], results, outParam, outcome?.lower);
    if (handles) e.line(`h.end(${e.constant(resources)});`);
    if (lowered !== undefined) e.line(`return ${lowered};`);
  };
  const called = `${e.constant(implementation)}(${args.join(",")})`;
  const call = outcome === undefined ? `const r=${called};` : outcome.call(called);
  if (options.suspends) {
    e.line("const d=(r,z)=>{");
    finish();
    const finishErr = outcome === undefined ? "" : "finishErr:r=>d(r,1),";
    const waiting = `${e.constant(suspended)}(r,${e.constant(guard)},{finish:r=>d(r,0),${finishErr}fail:e=>${fail}(e,s)})`;
    e.line(`};${call}if(r instanceof Promise${outcome === undefined ? "" : "&&z===0"})return ${waiting};`);
    e.line(`return d(r,${outcome === undefined ? "0" : "z"});`);
  } else {
    e.line(call);
    // Before all else, since nobody would handle what becomes of a promise.
    e.line(`if(typeof r==="object")${e.constant(refusePromise)}(${e.constant(faults)},r);`);
    finish();
  }
  e.line(`}catch(e){throw ${fail}(e,s);}`);
  return e.linkCounted(...core).call as CoreFunction;
}

/** How to call a function whose result is what it returns or throws, and how to lower that: `z` tells which it is. */
function outcomeOf(e: CallEmitter, type: ResultType): { call(called: string): string; lower: typeof emitLower } {
  const isResultError = e.constant(ResultError.is);
  return {
    call: (called) => `let r,z=0;try{r=${called};}catch(e){if(!${isResultError}(e))throw e;z=1;r=e.payload;}`,
    lower(_, __, value, to) {
      for (const [index, { step, none }] of outcomes.entries()) {
        e.line(index === 0 ? "if(z===0){" : "}else{");
        const carried = index === 0 ? type.ok : type.err;
        if (carried === undefined && none !== undefined)
          e.line(`if(${value}!==undefined)${e.constant(none)}(${value});`);
        emitCase(e, type, index, value, to, step);
      }
      e.line("}");
    },
  };
}

const outcomes = [
  { step: "", none: undefined },
  { step: ".payload", none: (value: unknown) => matchCase(faults, { kind: "result" }, new Outcome("err", value)) },
];

/** What ended the instance, for a guest that goes on. */
function ended({ name, guard }: FunctionOptions): () => unknown {
  return () => guard?.interrupt(name, undefined, "host");
}

function leavingWith(name: string): () => unknown {
  return () => leaving(name);
}

/** What is thrown through the guest for what went wrong in an import of it. */
function failure(
  { name, guard, instance }: FunctionOptions,
  stages: readonly Stage[],
  callStage: number,
): (thrown: unknown, mark: number) => unknown {
  return (thrown, mark) => {
    const stage = stages[mark];
    if (stage === undefined) return thrown;
    const blame = isGuestsFault(stage, thrown) || !instance.mayLeave ? "guest" : "host";
    const error = (blame === "host" && mark > callStage ? errorInValueAt : errorAt)(stage, thrown);
    return guard === undefined ? error : guard.interrupt(name, error === swallowedEnd ? undefined : error, blame);
  };
}
