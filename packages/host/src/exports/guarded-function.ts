import type { Life } from "../life/life.ts";

/** An export before it is made safe to call. */
export interface RawExport {
  readonly name: string;
  readonly params: readonly string[];
  readonly call: CallableFunction;
}

/** What a guarded function leans on: the slow ways out of a call, each of which gives or throws the right error. */
export interface Guard {
  readonly life: Life;
  /** Whether calls ask the engine for more frames of a trap than it keeps by itself. */
  readonly tracesDeeply: boolean;
  /** The argument as it is passed on, or `bad-argument`. */
  argument(index: number, position: number, value: unknown): unknown;
  /** The error for a wrong number of arguments, or for an instance that has ended. */
  refuse(index: number, given: number): Error;
  /** The error for what the guest threw, or for an end that it swallowed. */
  fault(index: number, thrown: unknown): Error;
}

/** Guarded functions, one for each export and in the same order. */
export interface GuardedFunctions {
  readonly functions: readonly CallableFunction[];
  /** Forgets the guest's functions, so that its memory can be collected while somebody still holds the guarded ones. */
  readonly release: () => void;
}

export type GuardFactory = (exports: readonly RawExport[], guard: Guard) => GuardedFunctions;
