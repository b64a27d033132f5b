import type { FunctionOptions, suspended } from "@polyplug/abi";
import type { Suspension } from "@polyplug/component";
import type { LinearMemory } from "@polyplug/wasi";
import type { PluginStats } from "../events/plugin-stats.ts";
import type { Life } from "../life/life.ts";
import type { Bounds } from "../limits/bounds.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import type { TypedSite } from "./call-site.ts";

/** A function of JavaScript values. */
export type Call = (...args: unknown[]) => unknown;

/** A host in another thread or process. What either side implements are objects there, and numbers here. */
export interface HostElsewhere {
  /** Whether it implements the interface. */
  provides(id: string): boolean;
  /** The plugin dropped what it owned of the host's: the number of the resource's type, and its own. */
  dropped(resource: number, rep: number): void;
}

/** How calls are suspended, and what the engine waits for in the place of a promise of the host's. */
export interface HostSuspension extends Suspension {
  readonly awaited: typeof suspended;
  /** What holds the calls of one instance to limits, which it suspends; left out where nothing does. */
  hold?(bounds: Bounds, life: Life): Promise<CallLimits>;
}

/**
 * The boundary of one instance, which everything goes through that crosses between it and its host. Loading asks it for
 * each function what is to be called in its place: where nobody wants to see the calls, the function itself.
 */
export interface Boundary {
  /** What the calls are counted in, where they are. */
  readonly stats: PluginStats | undefined;
  /** How calls of the plugin are suspended while it waits for promises of its host; left out where it does not wait. */
  readonly suspension?: HostSuspension | undefined;
  /** The instance's latch, before anything of it is there. */
  attach(life: Life): void;
  /** What takes the results of a function while they lie in the plugin's memory, in the place of its caller. */
  taken?(site: TypedSite): FunctionOptions["take"];
  /** What the host calls for a function of the plugin. */
  exported(call: Call, site: TypedSite): Call;
  /**
   * What the plugin calls for a function of its host, which may be there although the host has none (undefined). One of
   * WASI's `answers` at once, and never with a promise.
   */
  imported(call: Call | undefined, site: TypedSite, answers?: "at once" | "as it likes"): Call | undefined;
  /** Whether the host's objects are only stand-ins, of no class of its own: what the plugin calls is answered from a record. */
  readonly standsIn?: boolean | undefined;
  /** The host, where it is in another thread or process; undefined where it is here. */
  readonly host?: HostElsewhere | undefined;
  /** The memory that pointers of the plugin point into, as soon as it is there. */
  bindMemory?(memory: LinearMemory): void;
}
