import type { BuildError } from "@polyplug/build";
import type { BuiltGuest, GuestName, Target } from "@polyplug/built-guests";

/** A guest whose language cannot be had here, and what to do about it in one line. */
export interface UnbuiltGuest extends GuestName {
  readonly cure: string;
}

/** A guest that does not compile, or a folder that was to be one. */
export interface FailedGuest extends Pick<GuestName, "topic" | "language"> {
  /** Missing where it was not understood what to build the folder for. */
  readonly target?: Target;
  readonly error: BuildError;
}

/** What became of a guest: exactly one of `path`, `cure` and `error` is there. */
export type GuestOutcome = BuiltGuest | UnbuiltGuest | FailedGuest;

/** `adder/rust for wasm32-wasip1`, `shout/javascript for component with componentize-qjs`. */
export function describeGuest({ topic, language, target, generator }: DescribedGuest): string {
  const purpose = target === undefined ? "" : ` for ${target}`;
  return `${topic}/${language}${purpose}${generator === undefined ? "" : ` with ${generator}`}`;
}

interface DescribedGuest {
  readonly topic: string;
  readonly language: string;
  readonly target?: string;
  readonly generator?: string;
}
