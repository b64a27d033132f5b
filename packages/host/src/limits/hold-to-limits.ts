import type { Module } from "@polyplug/wasm-binary";
import type { Hold } from "./hold.ts";
import type { Limits } from "./limits.ts";

/** What holds a plugin to its limits; undefined where there are none, and then nothing of it is loaded. */
export async function holdToLimits(
  limits: Limits | undefined,
  modules: readonly Module[],
  action: string,
): Promise<Hold | undefined> {
  if (limits === undefined) return undefined;
  const [{ readLimits }, { hold }] = await Promise.all([import("./limits.ts"), import("./hold.ts")]);
  return hold(readLimits(limits, action), modules, action);
}
