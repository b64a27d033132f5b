import type { Way } from "./way.ts";

/** A module with two memories. */
const twoMemories = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 5, 2, 0, 0, 0, 0]);

/** Why this engine cannot run guests in this way, or undefined where it can. */
export function lackOf({ tier, metering }: Way): string | undefined {
  if (tier === "suspending" && !("Suspending" in WebAssembly)) return "this engine does not suspend WebAssembly";
  const isMeteredWithin = metering === "fuel" || (metering === "time" && tier === "inline");
  return isMeteredWithin && !WebAssembly.validate(twoMemories)
    ? "this engine has no modules with several memories"
    : undefined;
}
