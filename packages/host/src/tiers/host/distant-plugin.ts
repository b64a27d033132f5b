import type { PluginInfo } from "../../info/plugin-info.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import type { WireFunction } from "../wire/packing.ts";

/** Calls a function of the guest. */
export type CallGuest = (args: readonly unknown[]) => Promise<unknown>;

/** What calls the function of the guest that has this index. `name` is what messages call it. */
export type ReachGuest = (name: string, wire: WireFunction, index: number) => CallGuest;

/** A plugin as its host knows it before there is a guest. */
export interface DistantPlugin {
  readonly info: PluginInfo;
  /** Its functions and classes, each call of which is one of the guest. */
  readonly exports: object;
  /** What the guest is told of the functions on both sides. */
  readonly functions: Pick<GuestStart, "exports" | "imports" | "interfaces" | "globals" | "dropped">;
}
