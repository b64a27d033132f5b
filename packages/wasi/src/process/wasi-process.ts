import { messageOf, PluginError } from "@polyplug/errors";
import type { Capabilities } from "../capabilities/capabilities.ts";
import type { Capability } from "../capability.ts";
import { type End, EndSignal, isEndSignal } from "./end-signal.ts";
import type { GuestLife } from "./guest-life.ts";

/** The process that a guest believes to be, as far as both faces of WASI know it. One an instance. */
export interface WasiProcess {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly life: GuestLife;
  /** What the plugin asked for and was refused, because it was not granted. */
  readonly denied: Set<Capability>;
}

/** Ends the guest, unless it has ended already; what it gives is to be thrown into it. */
export function endProcess({ life }: WasiProcess, end: End): unknown {
  life.interrupt(new EndSignal(end));
  return life.signal;
}

/** How the guest ended, if it ended itself. */
export function endOf({ life }: WasiProcess): End | undefined {
  const signal = life.alive ? undefined : life.signal;
  return isEndSignal(signal) ? signal.end : undefined;
}

/** The error for what a function threw beside its answer. */
export function faultOf({ name: plugin }: WasiProcess, name: string, thrown: unknown): PluginError {
  if (PluginError.is(thrown)) return thrown;
  return new PluginError({ code: "trap", action: `call ${name}`, reason: messageOf(thrown), plugin, cause: thrown });
}
