/** A Unicode scalar value, as `String#codePointAt` gives it and `String.fromCodePoint` takes it. */
export type char = u32;

/**
 * Stands for no value where a type is wanted: `result<_, string>` of a contract is `Result<Unit, string>`.
 * {@link ok} and {@link err} need no argument for it.
 */
export type Unit = bool;
