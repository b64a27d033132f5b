import { PluginError, ResultError } from "@polyplug/errors";
import { endProcess, faultOf } from "../process/wasi-process.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { Refusal } from "./refusal.ts";

/**
 * Runs a function for a guest: it gives a value, throws a `ResultError` for an `err`, or throws the signal that ends the
 * plugin, and nothing else ever gets out of it. Errors tell its name in WIT, `owner` and what `key` is there. `answer`
 * makes a `ResultError` of what else it throws by way of an answer.
 */
export function serve<Result>(
  process: Preview2Process,
  owner: string,
  key: string,
  body: () => Result,
  answer: (thrown: unknown) => unknown = itself,
): Result {
  const { life } = process;
  if (!life.alive) throw life.signal;
  let result: Result;
  try {
    result = body();
  } catch (caught) {
    if (!life.alive) throw life.signal;
    const thrown = answer(caught);
    if (ResultError.is(thrown)) throw thrown;
    throw endProcess(process, { kind: "fault", error: errorOf(process, `${owner}${kebabCase(key)}`, thrown) });
  }
  // The host's own code may have called the plugin again meanwhile, and that call may have ended it.
  if (!life.alive) throw life.signal;
  return result;
}

function itself(thrown: unknown): unknown {
  return thrown;
}

function errorOf(process: Preview2Process, name: string, thrown: unknown): PluginError {
  if (!(thrown instanceof Refusal)) return faultOf(process, name, thrown);
  const { code, reason } = thrown;
  const { name: plugin } = process;
  return new PluginError({ code, action: `run ${plugin}`, reason: `it called ${name}${reason}`, plugin });
}

/** `getRandomU64` is `get-random-u64`. */
function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
