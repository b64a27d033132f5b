import { ResultError, reentry } from "@polyplug/errors";
import type { CoreFunction, FunctionOptions, InstanceState, ValueFunction } from "../canonical/canonical-abi.ts";
import { enteringSet } from "../canonical/entering-set.ts";
import { allNeeds } from "../canonical/needs.ts";
import { refusing } from "../canonical/refusals.ts";
import { maxFlatParams, maxFlatResults } from "../limits.ts";
import { swallowedEnd } from "../reference/swallowed-end.ts";
import { paramSlots, resultSlots, type ValueSlots } from "../reference/value-slots.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { numberType } from "../values/number-array.ts";
import { CallEmitter, errorAt, errorInValueAt, isGuestsFault, type Stage } from "./call-emitter.ts";
import { emitLiftValues, emitLowerValues } from "./call-values.ts";
import type { Codec } from "./codec.ts";
import { Fault } from "./fault.ts";

/** One function that does all of `canon lift` for this type. */
export function compileLift(
  callee: CoreFunction,
  type: FunctionType,
  options: FunctionOptions,
  codec: Codec,
): ValueFunction {
  const { name, instance, guard, resources, postReturn, suspends, take } = options;
  const e = new CallEmitter(codec);
  e.isAsync = suspends === true;
  const params = paramSlots("lower", options, type);
  const results = resultSlots("lift", options, type);
  const entering = enteringSet(options);
  const entered = entering.map((one) => `${e.constant(one)}.entered`);
  const set = (value: boolean): string => entered.map((one) => `${one}=${value};`).join("");
  const alive = guard === undefined ? undefined : `${e.constant(guard.life)}.alive`;
  const checkAlive = alive === undefined ? "" : `if(!${alive})throw ${e.constant(swallowedEnd)};`;
  const mayLeave = `${e.constant(instance)}.mayLeave`;
  const args = type.params.map((_, index) => `a${index}`);
  const { handles } = allNeeds(type.params.map((param) => param.type));

  const refused = [`arguments.length!==${args.length}`, ...(alive === undefined ? [] : [`!${alive}`]), ...entered];
  const refuse = e.constant(refusal({ name, guard }, entering, params));
  // While a call is suspended the depth would be everybody's.
  const traceDepth = suspends ? undefined : guard?.traceDepth;
  const depth = traceDepth === undefined ? undefined : Math.trunc(traceDepth);
  e.line(`if(${refused.join("||")})throw ${refuse}(arguments.length);`);
  if (depth !== undefined) e.line(`const l=Error.stackTraceLimit;if(l<${depth})Error.stackTraceLimit=${depth};`);
  e.line(`${set(true)}let s=0,x;try{`);
  if (handles) e.line(`const h=${e.constant(codec)}.beginScope();`);
  const core = emitLowerValues(e, maxFlatParams, args, params);
  e.begin("guest", results.subject);
  // Reading an argument may have run what ends the plugin.
  const checkBefore = type.params.every((param) => isRead(param.type)) ? "" : checkAlive;
  e.line(`${checkBefore}const r=${suspends ? "await " : ""}${e.callee(callee)}(${core.join(",")});${checkAlive}`);
  const [value = "undefined"] = emitLiftValues(e, maxFlatResults, ["r"], results);
  e.line(take === undefined ? `x=${value};` : `x=${e.constant(take)}(${value});`);
  if (handles) e.line(`h.end(${e.constant(resources)});`);
  if (postReturn !== undefined) {
    const result = type.result === undefined ? "" : "r";
    e.line(`${mayLeave}=false;${e.callee(postReturn)}(${result});${checkAlive}${mayLeave}=true;`);
  }
  const fail = e.constant(
    failure({ name, guard, instance, resources }, entering, handles ? codec : undefined, e.stages),
  );
  // An assignment, since a plugin may have used up the stack that it takes to call what makes an error of it. Whoever
  // comes to where nothing is left undone says that the guest goes on.
  const end = alive === undefined ? "const w=true;" : `const w=${alive};${alive}=false;`;
  const restore = depth === undefined ? "" : "finally{Error.stackTraceLimit=l;}";
  e.line(`}catch(e){${end}throw ${fail}(e,s,w);}${restore}
${set(false)}`);
  if (options.outcome === "throw" && take === undefined && type.result?.kind === "result") {
    e.line(`if(x.tag==="err")throw new ${e.constant(ResultError)}(x.val);return x.val;`);
  } else {
    e.line("return x;");
  }
  const { call, release } = e.linkCounted(...args);
  instance.releases?.push(() => {
    release(refusing(name));
  });
  return call as ValueFunction;
}

/** Whether lowering such a value only looks at it, so that no getter nor proxy of the host's comes to run. */
function isRead(type: ValueType): boolean {
  return type.kind === "bool" || type.kind === "char" || type.kind === "string" || numberType(type) !== undefined;
}

type Bound = Pick<FunctionOptions, "name" | "guard" | "instance" | "resources">;

/** The error for a call that is refused before anything is done. */
function refusal(
  options: Pick<Bound, "name" | "guard">,
  entering: readonly InstanceState[],
  { subject, slots }: ValueSlots,
): (given: number) => unknown {
  const { name, guard } = options;
  return (given) => {
    if (guard?.life.alive === false) return guard.refusal(name);
    if (entering.some(({ entered }) => entered)) return reentry(`call ${JSON.stringify(name)}`, subject);
    const wrong = new Fault("misfit", `expected ${slots.length}, got ${given}`);
    return errorAt({ party: "host", subject, path: "" }, wrong);
  };
}

/** The error for what went wrong in a call, after which the guest goes on only if it had no part in it. */
function failure(
  { name, guard, instance, resources }: Bound,
  entering: readonly InstanceState[],
  scoped: Codec | undefined,
  stages: readonly Stage[],
): (thrown: unknown, mark: number, wasAlive: boolean) => unknown {
  return (thrown, mark, wasAlive) => {
    const stage = stages[mark];
    if (stage === undefined) return thrown;
    if (isGuestsFault(stage, thrown) || !instance.mayLeave) {
      const error = errorAt(stage, thrown);
      if (guard === undefined) return error;
      return guard.fault(name, error === swallowedEnd ? undefined : error);
    }
    scoped?.scope.abandon(instance.handles, resources);
    for (const one of entering) one.entered = false;
    // Reading an argument may have run what ends the plugin.
    if (guard !== undefined && !wasAlive) return guard.refusal(name);
    if (guard !== undefined) guard.life.alive = true;
    return errorInValueAt(stage, thrown);
  };
}
