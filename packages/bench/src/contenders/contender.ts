import type { Calls } from "../calls.ts";
import type { Party } from "../measure.ts";

/** Somebody who can call the functions of the bench's guest, or some of them. */
export interface Contender {
  readonly party: Party;
  readonly calls: { readonly [Name in keyof Calls]?: Call<Calls[Name]> };
  /** How calls are called, as a text in front of them. */
  readonly keyword?: "await";
}

/** A function, or one that gives a promise of the same. */
type Call<F extends (...args: never[]) => unknown> = (...args: Parameters<F>) => ReturnType<F> | Promise<ReturnType<F>>;
