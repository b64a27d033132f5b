import type { PluginErrorCode } from "@polyplug/host";
import type { Tier } from "@polyplug/soak";
import type { GuestOptions } from "./guest.ts";
import type { Stage } from "./stage.ts";

/** What a folder of `sandbox` exports as `fault`: a plugin that means harm, or a host that does it. */
export interface Fault {
  /** What happens, as the title of its test: `an export that never returns`. */
  readonly what: string;
  /** Tiers that it is not played on, and why. Default: it is played on all. */
  readonly without?: Partial<Readonly<Record<Tier, string>>>;
  /** The guest, where it is none that a text beside could be. Default: `guest.wat`, or the program `main.c`. */
  guest?(): Uint8Array;
  /** How it is loaded. Default: with nothing. */
  options?(stage: Stage): GuestOptions;
  /** What is done with the guest, when it is loaded. Default: its export `run` is called. */
  play?(stage: Stage): unknown;
  /** What comes of it. */
  seen(tier: Tier): Seen;
}

/** What comes of a fault, on the outside. */
export type Seen =
  /** It is not loaded. */
  | { readonly refused: Failure }
  /** What is done with it ends in this error, and the plugin with it. */
  | { readonly ends: Failure }
  /** It does no harm: what is done with it gives this, and the plugin goes on. */
  | { readonly gives: unknown };

/** What is looked at in an error. */
export interface Failure {
  /** One of several where two things happen at once, and either may be told first. */
  readonly code: PluginErrorCode | readonly PluginErrorCode[];
  /** The code of what it comes from in the end: that of the last of its causes. Default: it is not looked at. */
  readonly origin?: PluginErrorCode;
  readonly path?: string;
  readonly export?: string;
  readonly exitCode?: number;
  readonly reason?: string | RegExp;
}

/** A time that is short, and long enough for a machine with much else to do. */
export const soon = "100ms";
