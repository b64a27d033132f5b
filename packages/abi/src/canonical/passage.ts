import type { FunctionType } from "../types/function-type.ts";
import type { FunctionOptions } from "./canonical-abi.ts";

/** Values of a function that are passed together. */
export type Part = "arguments" | "result";

/** What was lent together with some values. */
export interface Loans {
  /** The call is over: says so of each loan, the last first. */
  end(): void;
}

/**
 * Writes values to a place in memory, as a tuple of them; what they refer to goes where `realloc` says. Gives the loans
 * among them, if the type has any. Where a value does not fit, nothing is handed over nor lent.
 */
export type Writer = (values: readonly unknown[], pointer: number) => Loans | undefined;

/** The values that were written to a place. */
export type Reader = (pointer: number) => Passed;

export interface Passed {
  readonly values: readonly unknown[];
  readonly loans: Loans | undefined;
}

/**
 * Half of a call: values go from one side to memory that both have, and from there to the other at some later time. A
 * function that calls a guest at once is made of four of these.
 */
export interface Passages {
  /**
   * Lowers. A misfit is told as that of an export's argument, `bad-argument`, or that of an import's result, `bad-result`.
   * What `realloc` throws goes through.
   */
  writer(part: Part, type: FunctionType, options: FunctionOptions): Writer;
  /** Lifts. What is not there is `trap`, and too much of it `memory-limit`. */
  reader(part: Part, type: FunctionType, options: FunctionOptions): Reader;
}
