import { absent } from "./absent";

/**
 * A value or none, for types that cannot be null: `option<u32>` of a contract is `Option<u32>`, and
 * `option<option<string>>` is `Option<string | null>`, where `option<string>` is simply `string | null`.
 *
 * Made by {@link some} and {@link none}.
 */
export class Option<T> {
  constructor(
    /** Whether there is a value. */
    readonly isSome: bool,
    private readonly content: T,
  ) {}

  /** Whether there is none. */
  get isNone(): bool {
    return !this.isSome;
  }

  /** The value. Aborts where there is none. */
  get value(): T {
    if (!this.isSome) throw new Error("this option has no value");
    return this.content;
  }

  /** The value, or `other` where there is none. */
  or(other: T): T {
    return this.isSome ? this.content : other;
  }
}

/** An option with a value: `some<u32>(3)`. */
export function some<T>(value: T): Option<T> {
  return new Option<T>(true, value);
}

/** An option without one: `none<u32>()`. */
export function none<T>(): Option<T> {
  return new Option<T>(false, absent<T>());
}
