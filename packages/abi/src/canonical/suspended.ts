import { ResultError } from "@polyplug/errors";
import type { Guard } from "./canonical-abi.ts";

/** How a call of an import goes on once its result is there. */
export interface Continuation {
  /** Lowers what was returned. */
  finish(value: unknown): unknown;
  /** Lowers what a `ResultError` carried that was thrown; left out where that is a failure like any other. */
  readonly finishErr?: ((payload: unknown) => unknown) | undefined;
  /** What is thrown through the guest for what went wrong. */
  fail(thrown: unknown): unknown;
}

/**
 * What the engine waits for in the place of a promise of the host's. It never comes true for a guest that has ended
 * meanwhile: to resume it, by an exception too, would be to run it, unless that is one that no guest catches. By
 * {@link Guard.waiting} it fails with such a one.
 */
export function suspended(
  promise: Promise<unknown>,
  guard: Pick<Guard, "life" | "waiting"> | undefined,
  { finish, finishErr, fail }: Continuation,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    guard?.waiting?.add(reject);
    const conclude = (lower: () => unknown): void => {
      guard?.waiting?.delete(reject);
      if (guard?.life.alive === false) return;
      try {
        resolve(lower());
      } catch (thrown) {
        reject(fail(thrown));
      }
    };
    promise.then(
      (value) => conclude(() => finish(value)),
      (thrown: unknown) =>
        conclude(() => {
          if (finishErr !== undefined && ResultError.is(thrown)) return finishErr(thrown.payload);
          throw thrown;
        }),
    );
  });
}
