import type { Notation } from "./notation.ts";

/**
 * What a host function does when the guest calls it: it gives an answer, or ends in another way. By default it gives
 * nothing.
 */
export type HostAnswer =
  | { readonly returns?: Notation }
  /** Gives back its argument at this place. */
  | { readonly echoes: number }
  /** Gives an `err`. */
  | { readonly throws: Notation }
  /** Throws an ordinary error, which says this. */
  | { readonly traps: string }
  /** Calls this export of the guest that is calling it. */
  | { readonly calls: string };

/** By the name of a world's function, or by an interface's id and the name of its function. */
export type HostAnswers = Readonly<Record<string, HostAnswer | Readonly<Record<string, HostAnswer>>>>;

/** One call of an export, or several of the same with one argument each. */
export interface CallRow {
  /** An export of the world, or one of an interface behind its id or its short name: `echo#u8`, `boxes#[method]box.content`. */
  readonly call: string;
  readonly args?: readonly Notation[];
  /** How often in a row. What comes out last is looked at. Default 1. */
  readonly times?: number;
  readonly returns?: Notation;
  /** What a thrown `ResultError` carries. */
  readonly throws?: Notation;
  /** The code of a `PluginError`. */
  readonly fails?: string;
  /** Arguments that each come back as they are. */
  readonly echoes?: readonly Notation[];
  /** Arguments that are each refused with `bad-argument`, before the guest hears of them. */
  readonly refuses?: readonly Notation[];
  /** The name under which later calls know the handle that this one gives, or those of a list or tuple. */
  readonly keeps?: string | readonly string[];
  /** What the host heard meanwhile: the functions that the guest called, with their arguments. Default: anything. */
  readonly heard?: readonly (readonly [string, readonly Notation[]])[];
}

/** Disposes of a handle that was kept. */
export interface DropRow {
  readonly drop: string;
}

/** The content of a `case.json`. */
export interface CaseFile {
  /**
   * By language, why there is no guest; by generator, where a language has several, why its guest is not run; and under
   * `wasmtime`, why that is not asked.
   */
  readonly without?: Readonly<Record<string, string>>;
  readonly imports?: HostAnswers;
  readonly calls: readonly (CallRow | DropRow)[];
}

/** A folder of guests that all do the same. */
export interface Case extends CaseFile {
  readonly name: string;
  readonly folder: string;
}

/** The keys of everything in a `case.json`: a misspelt one would check nothing. */
export const caseKeys: readonly (keyof CaseFile)[] = ["without", "imports", "calls"];
export const callKeys: readonly (keyof CallRow)[] = [
  "call",
  "args",
  "times",
  "returns",
  "throws",
  "fails",
  "echoes",
  "refuses",
  "keeps",
  "heard",
];
