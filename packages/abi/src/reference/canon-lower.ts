import { ResultError } from "@polyplug/errors";
import type { CoreFunction, FunctionOptions, ValueFunction } from "../canonical/canonical-abi.ts";
import { checkFunction } from "../canonical/check-function.ts";
import { leaving, refusePromise, released } from "../canonical/refusals.ts";
import { suspended } from "../canonical/suspended.ts";
import { maxFlatParams, maxFlatResults } from "../limits.ts";
import type { FunctionType } from "../types/function-type.ts";
import { Outcome } from "../values/outcome.ts";
import { CallContext } from "./call-context.ts";
import { type CoreValue, CoreValueIterator } from "./core-values.ts";
import { liftFlatValues } from "./lift-values.ts";
import { lowerFlatValues } from "./lower-values.ts";
import { swallowedEnd } from "./swallowed-end.ts";
import { paramSlots, resultSlots } from "./value-slots.ts";

/**
 * What a guest imports, over a function of JavaScript values: lift the arguments, call, lower the result.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lower | Canonical ABI, `canon lower`}.
 */
export function canonLower(implementation: ValueFunction, type: FunctionType, options: FunctionOptions): CoreFunction {
  checkFunction("lower", type, options);
  const { name, instance, guard, resources, suspends } = options;
  const params = paramSlots("lift", options, type);
  const results = resultSlots("lower", options, type);
  const throws = options.outcome === "throw" && type.result?.kind === "result";
  let guest: FunctionOptions | undefined = options;
  instance.releases?.push(() => {
    guest = undefined;
  });

  return (...flat: readonly CoreValue[]): CoreValue | undefined | Promise<unknown> => {
    if (guard !== undefined && hasEnded()) throw guard.interrupt(name, undefined, "host");
    if (guest === undefined) throw released(name);
    const cx = new CallContext(guest);
    cx.guestFailed = true;
    let answered = false;
    const finish = (result: unknown): CoreValue | undefined => {
      answered = true;
      cx.begin(results.subject);
      // Before all else, since nobody would handle what becomes of a promise.
      if (!suspends) refusePromise(cx, result instanceof Outcome ? result.value : result);
      if (hasEnded()) throw swallowedEnd;
      const lowered = lowerFlatValues(cx, maxFlatResults, [result], results, values);
      cx.scope.end(resources);
      return lowered[0];
    };
    const fail = (thrown: unknown): unknown => {
      const isOwn = cx.guestFailed || !answered || thrown === swallowedEnd;
      const error = isOwn ? thrown : cx.errorInValue(thrown);
      if (guard === undefined) return error;
      return guard.interrupt(name, error === swallowedEnd ? undefined : error, cx.guestFailed ? "guest" : "host");
    };
    const values = new CoreValueIterator(flat);
    try {
      if (!instance.mayLeave) throw leaving(name);
      const args = liftFlatValues(cx, maxFlatParams, values, params);
      cx.guestFailed = false;
      const result = implement(args);
      const promise = suspends ? promiseOf(result) : undefined;
      if (promise === undefined) return finish(result);
      return suspended(promise, guard, {
        finish: (value) => finish(throws ? new Outcome("ok", value) : value),
        finishErr: throws ? (payload) => finish(new Outcome("err", payload)) : undefined,
        fail,
      });
    } catch (thrown) {
      throw fail(thrown);
    }
  };

  function hasEnded(): boolean {
    return guard?.life.alive === false;
  }

  function implement(args: readonly unknown[]): unknown {
    if (!throws) return implementation(...args);
    try {
      return new Outcome("ok", implementation(...args));
    } catch (thrown) {
      if (ResultError.is(thrown)) return new Outcome("err", thrown.payload);
      throw thrown;
    }
  }
}

/** What an import gave, if it is there later only. */
function promiseOf(result: unknown): Promise<unknown> | undefined {
  const returned = result instanceof Outcome && result.tag === "ok" ? result.value : result;
  return returned instanceof Promise ? returned : undefined;
}
