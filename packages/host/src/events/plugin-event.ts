import type { PluginError } from "@polyplug/errors";

/** What happened to a plugin. Times are milliseconds, of which `at` is counted from `performance.timeOrigin`. */
export type PluginEvent = LoadEvent | CallEvent | FaultEvent | RestartEvent | SwapEvent | RecordEvent | DisposeEvent;

interface Happening {
  /** The plugin's name. */
  readonly plugin: string;
  /** When it began, as `performance.now()` tells it. */
  readonly at: number;
}

/** An instance was loaded; with `error` it could not be. */
export interface LoadEvent extends Happening {
  readonly type: "load";
  readonly milliseconds: number;
  readonly error: PluginError | undefined;
}

/** A call of an export ended: it returned, or its promise was settled. */
export interface CallEvent extends Happening {
  readonly type: "call";
  /** As errors name it: `transform`, `acme:text/filter#transform`. */
  readonly export: string;
  readonly milliseconds: number;
  /** What it threw, a `ResultError` too. */
  readonly error: unknown;
}

/** An instance ended by a trap, or by going beyond a limit. It comes before the event of the call that met it. */
export interface FaultEvent extends Happening {
  readonly type: "trap" | "limit";
  readonly export: string | undefined;
  readonly error: PluginError;
}

/** A new instance took the place of one that ended by a fault; with `error` it could not. */
export interface RestartEvent extends Happening {
  readonly type: "restart";
  readonly milliseconds: number;
  /** How many restarts there were within the window of `onFault`, this one included. */
  readonly restarts: number;
  readonly error: PluginError | undefined;
}

/** A watched plugin was swapped for a newer version of it. */
export interface SwapEvent extends Happening {
  readonly type: "swap";
  readonly milliseconds: number;
  /** Bytes of state that were handed over; undefined where the plugins do not hand over any. */
  readonly state: number | undefined;
}

/** What the plugin was recorded to has failed, which ends the record: the plugin goes on unrecorded. */
export interface RecordEvent extends Happening {
  readonly type: "record";
  /** What was thrown there, as its cause. */
  readonly error: PluginError;
}

/** The host disposed the plugin. */
export interface DisposeEvent extends Happening {
  readonly type: "dispose";
}

/** Is told of events, while what they tell of waits: the call returns after it. */
export type EventListener = (event: PluginEvent) => unknown;
