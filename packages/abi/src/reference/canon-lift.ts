import { ResultError, reentry } from "@polyplug/errors";
import type { CoreFunction, FunctionOptions, ValueFunction } from "../canonical/canonical-abi.ts";
import { checkFunction } from "../canonical/check-function.ts";
import { enteringSet } from "../canonical/entering-set.ts";
import { released } from "../canonical/refusals.ts";
import { calledExport } from "../canonical/subject.ts";
import { maxFlatParams, maxFlatResults } from "../limits.ts";
import type { FunctionType } from "../types/function-type.ts";
import { CallContext } from "./call-context.ts";
import { type CoreValue, CoreValueIterator } from "./core-values.ts";
import { liftFlatValues } from "./lift-values.ts";
import { lowerFlatValues } from "./lower-values.ts";
import { swallowedEnd } from "./swallowed-end.ts";
import { paramSlots, resultSlots } from "./value-slots.ts";

/**
 * A function of JavaScript values over one that a guest exports: lower the arguments, call, lift the result, let the
 * guest free what it returned.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lift | Canonical ABI, `canon lift`}.
 */
export function canonLift(core: CoreFunction, type: FunctionType, options: FunctionOptions): ValueFunction {
  checkFunction("lift", type, options);
  const { name, instance, guard, resources, outcome, take } = options;
  const entering = enteringSet(options);
  const called = calledExport(options);
  const params = paramSlots("lower", options, type);
  const results = resultSlots("lift", options, type);
  let guest: Guest | undefined = { core, options };
  instance.releases?.push(() => {
    guest = undefined;
  });

  /** All of a call but the guest's own part, which is done at once or waited for. */
  const callWith = (args: readonly unknown[]): Call => {
    if (guest === undefined || guard?.life.alive === false) throw guard?.refusal(name) ?? released(name);
    const { core: callee, options: given } = guest;
    if (entering.some(({ entered }) => entered)) throw reentry(`call ${JSON.stringify(name)}`, called);
    const cx = new CallContext(given);
    for (const one of entering) one.entered = true;
    const leave = (): void => {
      for (const one of entering) one.entered = false;
    };
    return {
      callee,
      lower() {
        const flatArgs = lowerArguments(cx, args);
        cx.guestFailed = true;
        if (hasEnded()) throw swallowedEnd;
        return flatArgs;
      },
      lift(flatResults) {
        const [lifted] = liftFlatValues(cx, maxFlatResults, new CoreValueIterator(flatResults), results);
        const value = take === undefined ? lifted : take(lifted);
        cx.scope.end(resources);
        if (given.postReturn !== undefined) {
          instance.mayLeave = false;
          callGuest(given.postReturn, flatResults);
          instance.mayLeave = true;
        }
        leave();
        return value;
      },
      fail(thrown, wasAlive) {
        if (cx.guestFailed) return fault(thrown);
        cx.scope.abandon(instance.handles, resources);
        leave();
        // Reading an argument may have run what ends the plugin.
        if (guard !== undefined && !wasAlive) return guard.refusal(name);
        if (guard !== undefined) guard.life.alive = true;
        return cx.errorInValue(thrown);
      },
    };
  };
  const returned = (value: unknown): unknown =>
    outcome === "throw" && take === undefined && type.result?.kind === "result" ? unwrap(value) : value;

  if (options.suspends) {
    return async (...args) => {
      const call = callWith(args);
      let value: unknown;
      try {
        // In the very job in which the promise is told of, as the option promises.
        value = call.lift(resultsOf(await Reflect.apply(call.callee, undefined, call.lower())));
      } catch (thrown) {
        const wasAlive = guard?.life.alive !== false;
        if (guard !== undefined) guard.life.alive = false;
        throw call.fail(thrown, wasAlive);
      }
      return returned(value);
    };
  }
  return (...args) => {
    const call = callWith(args);
    let value: unknown;
    try {
      value = call.lift(callGuest(call.callee, call.lower()));
    } catch (thrown) {
      // An assignment, since a plugin may have used up the stack that it takes to call what makes an error of it.
      const wasAlive = guard?.life.alive !== false;
      if (guard !== undefined) guard.life.alive = false;
      throw call.fail(thrown, wasAlive);
    }
    return returned(value);
  };

  function hasEnded(): boolean {
    return guard?.life.alive === false;
  }

  function lowerArguments(cx: CallContext, args: readonly unknown[]): CoreValue[] {
    cx.begin(params.subject);
    const { length } = params.slots;
    if (args.length !== length) throw cx.misfit(`expected ${length}, got ${args.length}`);
    return lowerFlatValues(cx, maxFlatParams, args, params);
  }

  function callGuest(target: CoreFunction, values: readonly CoreValue[]): CoreValue[] {
    return resultsOf(tracing(guard?.traceDepth, () => Reflect.apply(target, undefined, values)));
  }

  function resultsOf(result: unknown): CoreValue[] {
    if (hasEnded()) throw swallowedEnd;
    return result === undefined ? [] : [result as CoreValue];
  }

  function fault(thrown: unknown): unknown {
    if (guard === undefined) return thrown;
    return guard.fault(name, thrown === swallowedEnd ? undefined : thrown);
  }
}

/** One call, as far as it is not the guest's. */
interface Call {
  readonly callee: CoreFunction;
  /** The arguments in core values. */
  lower(): CoreValue[];
  /** The value of these results, when the guest has freed what it returned and has been left. */
  lift(flatResults: readonly CoreValue[]): unknown;
  /** The error for what went wrong on the way, after which the guest goes on if it had no part in it. */
  fail(thrown: unknown, wasAlive: boolean): unknown;
}

/** All that leads to the guest's memory, to be forgotten when the instance is disposed of. */
interface Guest {
  readonly core: CoreFunction;
  readonly options: FunctionOptions;
}

/** Does `work` with at least so many frames to the stack of what it throws. */
function tracing<Result>(depth: number | undefined, work: () => Result): Result {
  if (depth === undefined) return work();
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Math.max(limit, depth);
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function unwrap(value: unknown): unknown {
  const { tag, val } = value as { readonly tag: string; readonly val?: unknown };
  if (tag === "ok") return val;
  throw new ResultError(val);
}
