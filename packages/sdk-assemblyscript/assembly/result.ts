import { absent } from "./absent";

/**
 * What came of something that can fail: `result<u32, string>` of a contract is `Result<u32, string>`, and where a side
 * carries nothing, its type is `Unit`. The host sees an `err` that a function returns as an error that it throws.
 *
 * Made by {@link ok} and {@link err}.
 */
export class Result<T, E> {
  constructor(
    /** Whether it went well. */
    readonly isOk: bool,
    private readonly content: T,
    private readonly failure: E,
  ) {}

  /** Whether it failed. */
  get isErr(): bool {
    return !this.isOk;
  }

  /** What came of it. Aborts where it failed. */
  get value(): T {
    if (!this.isOk) throw new Error("this result is an error");
    return this.content;
  }

  /** Why it failed. Aborts where it went well. */
  get error(): E {
    if (this.isOk) throw new Error("this result is no error");
    return this.failure;
  }

  /** What came of it, or `other` where it failed. */
  or(other: T): T {
    return this.isOk ? this.content : other;
  }
}

/** A result that went well: `ok<u32, string>(3)`, or `ok<Unit, string>()` where it carries nothing. */
export function ok<T, E>(value: T = absent<T>()): Result<T, E> {
  return new Result<T, E>(true, value, absent<E>());
}

/** A result that failed: `err<u32, string>("too small")`, or `err<u32, Unit>()` where it carries nothing. */
export function err<T, E>(error: E = absent<E>()): Result<T, E> {
  return new Result<T, E>(false, absent<T>(), error);
}
