import type { BuildError } from "../build-error.ts";

/** What a contract's types become: functions of a core module, or those of a component. */
export type Lowering = "core" | "component";

/** A plugin's source beside the contract that it is written to: a file `plugin.*` in a folder with a `world.wit` or a `wit`. */
export interface TypedGuest {
  /** The folder's name. */
  readonly topic: string;
  readonly language: string;
  /** The folder of contract and source. */
  readonly folder: string;
  /** What of the folder is its own: `plugin.cpp`, and the headers that it includes. */
  readonly files: readonly string[];
  /** The contract's name in the folder: the file `world.wit`, or the folder `wit`. */
  readonly wit: string;
}

/** Which of the artifacts of a guest is meant. */
export interface TypedGuestName {
  readonly topic: string;
  readonly language: string;
  readonly target: Lowering;
  /** Where a language has several tools for the same thing: `componentize-js`, `componentize-qjs`. */
  readonly generator?: string;
}

/** A typed plugin in the cache. */
export interface BuiltTypedGuest extends TypedGuestName {
  /** Keeps its content for ever. */
  readonly path: string;
  /** Where people find the newest of this name, a copy of the same content. */
  readonly newest: string;
}

/** One whose language cannot be had here, and what to do about it in one line. */
export interface UnbuiltTypedGuest extends TypedGuestName {
  readonly cure: string;
}

/** One that does not compile, or whose contract is none. */
export interface FailedTypedGuest extends TypedGuestName {
  readonly error: BuildError;
}

/** What became of a typed guest: exactly one of `path`, `cure` and `error` is there. */
export type TypedGuestOutcome = BuiltTypedGuest | UnbuiltTypedGuest | FailedTypedGuest;
