import { BuildError, tellFailure } from "@polyplug/build";
import type { Machine } from "./machine.ts";

/** What belongs to one guest or language alone, as its result. Anything else, such as an interruption, is thrown. */
export function failureOf(error: unknown, { signal }: Machine): { readonly error: BuildError } {
  if (error instanceof BuildError && !signal?.aborted) return { error };
  throw error;
}

/** As {@link failureOf}, for a failure that nobody was told of yet. */
export function toldFailureOf(task: string, machine: Machine): (error: unknown) => { readonly error: BuildError } {
  return (thrown) => {
    const failure = failureOf(thrown, machine);
    tellFailure(task, failure.error, machine.onProgress);
    return failure;
  };
}
