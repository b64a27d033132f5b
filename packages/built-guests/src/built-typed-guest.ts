import type { StartingGrant } from "./built-guest.ts";

/** What a contract's types become: functions of a core module, or those of a component. */
export type Lowering = "core" | "component";

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
  /** What it cannot start without. */
  readonly grant: StartingGrant;
}
