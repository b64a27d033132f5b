import { isPromise } from "./is-promise.ts";

/**
 * The result of a call, of which `gives` or `fails` is told before anybody else hears of it: now, or when the promise
 * settles that it is.
 */
export function settled(result: unknown, gives: (value: unknown) => void, fails: (error: unknown) => void): unknown {
  if (!isPromise(result)) {
    gives(result);
    return result;
  }
  return result.then(
    (value: unknown) => {
      gives(value);
      return value;
    },
    (error: unknown) => {
      fails(error);
      throw error;
    },
  );
}
