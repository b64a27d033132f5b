import type { HostSuspension } from "../intercept/boundary.ts";
import { isPromise } from "../intercept/is-promise.ts";
import type { Life } from "../life/life.ts";
import { checkValue } from "../value/check-value.ts";
import { HostFailure } from "./host-failure.ts";

/**
 * A function that the host offers to a plugin. It gets numbers and bigints as the import's type says and answers with the
 * like, at once: a promise is refused, unless `asyncImports` has the plugin wait for it.
 */
export type HostFunction = (...args: never[]) => unknown;

/**
 * A host function as the guest sees it: it answers with what the import's type promises, or ends the guest. Once the
 * plugin has ended, by dispose or by a failure that the guest swallowed, it does nothing but end the guest again.
 */
export function wrapHostFunction(
  name: string,
  results: readonly string[],
  implementation: HostFunction,
  life: Life,
  suspension?: HostSuspension,
): WebAssembly.ImportValue {
  const fail = (code: HostFailure["code"], cause: unknown): never => {
    const failure = HostFailure.of(name, code, cause);
    life.interrupt(failure);
    throw failure;
  };
  const finish = (answer: unknown): unknown => {
    // The implementation may have disposed the plugin, or called it and made it trap.
    if (!life.alive) throw life.signal;
    const returned = results.length > 1 ? copyResults(answer, results.length, fail) : answer;
    const fault = checkResults(results, returned);
    return fault === undefined ? returned : fail("bad-result", new TypeError(fault));
  };
  const call: HostFunction = (...args) => {
    if (!life.alive) throw life.signal;
    let returned: unknown;
    try {
      returned = implementation(...args);
    } catch (cause) {
      fail("trap", cause);
    }
    if (suspension !== undefined && isPromise(returned)) {
      return suspension.awaited(
        returned,
        { life, waiting: life.waiting },
        { finish, fail: (thrown) => failureOf(name, thrown, life) },
      );
    }
    if (results[0] !== "externref" && isPromise(returned)) {
      // What becomes of it must not end the process as a rejection that nobody handles.
      returned.then(undefined, () => undefined);
      fail(
        "bad-result",
        new TypeError(
          'it returned a promise, and the plugin waits for one with asyncImports: true or isolation: "worker"',
        ),
      );
    }
    return finish(returned);
  };
  return suspension?.suspending(call) ?? call;
}

/** What is thrown through the guest for what became of a promise. */
function failureOf(name: string, thrown: unknown, life: Life): unknown {
  if (!life.alive) return life.signal;
  const failure = new HostFailure(name, "trap", thrown);
  life.interrupt(failure);
  return failure;
}

/** Each result read once: the engine would read them anew, and may find others. */
function copyResults(returned: unknown, count: number, fail: (code: "bad-result", cause: unknown) => never): unknown {
  try {
    if (!Array.isArray(returned) || returned.length !== count) return undefined;
    return Array.from({ length: count }, (_, index) => returned[index]);
  } catch (cause) {
    return fail("bad-result", cause);
  }
}

function checkResults(types: readonly string[], returned: unknown): string | undefined {
  const [only, ...others] = types;
  if (only === undefined) return undefined;
  if (others.length === 0) return checkValue(only, returned);
  if (!Array.isArray(returned)) return `expected an array of ${types.length} results`;
  for (const [index, type] of types.entries()) {
    const fault = checkValue(type, returned[index]);
    if (fault !== undefined) return `result ${index + 1}: ${fault}`;
  }
  return undefined;
}
