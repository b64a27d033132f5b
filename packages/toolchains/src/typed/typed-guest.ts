import type { BuildError } from "@polyplug/build";
import type { BuiltTypedGuest, TypedGuestName } from "@polyplug/built-guests";

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
