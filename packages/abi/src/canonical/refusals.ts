import { messageOf, PluginError } from "@polyplug/errors";
import type { Faults } from "../values/faults.ts";

/** The error for a call of a function that was made to forget its guest, where no guard has a better one. */
export function released(name: string): PluginError {
  const reason = "the instance was disposed of";
  return new PluginError({ code: "disposed", action: `call ${JSON.stringify(name)}`, reason });
}

/** A function that throws that, in the place of the guest's. */
export function refusing(name: string): () => never {
  return () => {
    throw released(name);
  };
}

/** The error for a guest that calls an import where it must not. */
export function leaving(name: string): PluginError {
  const reason = "a guest calls no import while its realloc or a post-return function runs";
  return new PluginError({ code: "trap", action: `call ${JSON.stringify(name)}`, reason });
}

/** Throws for a promise, and sees to it that what becomes of it does not end the process as a rejection nobody handles. */
export function refusePromise(faults: Faults, result: unknown): void {
  if (!(result instanceof Promise)) return;
  result.then(undefined, () => undefined);
  throw faults.misfit(
    "a promise was returned, for which a guest waits where its calls are suspended, or in a thread of its own",
  );
}

/** Why a value is refused whose getter or proxy throws. */
export function unreadable(thrown: unknown): string {
  return `it cannot be read: ${messageOf(thrown)}`;
}
