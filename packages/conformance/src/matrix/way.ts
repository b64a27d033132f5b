import type { Isolation } from "@polyplug/host";
import type { Lowering } from "@polyplug/toolchains";

/** Where a guest runs. `suspending` is in the thread of its host, where it waits for promises. */
export type Tier = Isolation | "suspending";

/** What its code was made over for: to be ended beyond a time, to have its instructions counted, or for neither. */
export type Metering = "none" | "time" | "fuel";

/**
 * How Polyplug runs a guest: in which form, with which implementation of the canonical ABI, where, and how it is held
 * to limits.
 */
export interface PolyplugWay {
  readonly lowering: Lowering;
  readonly engine: "polyplug";
  readonly canonicalAbi: "compiled" | "reference";
  readonly tier: Tier;
  readonly metering: Metering;
}

/** Core plugins are not wasmtime's: it knows the canonical ABI of components alone. */
export interface WasmtimeWay {
  readonly lowering: "component";
  readonly engine: "wasmtime";
  readonly canonicalAbi: null;
  readonly tier: null;
  readonly metering: null;
}

/** How a guest is run, and by whom. */
export type Way = PolyplugWay | WasmtimeWay;

type Place = Omit<PolyplugWay, "lowering" | "engine">;

const places: readonly Place[] = [
  { canonicalAbi: "compiled", tier: "inline", metering: "none" },
  { canonicalAbi: "reference", tier: "inline", metering: "none" },
  { canonicalAbi: "compiled", tier: "inline", metering: "time" },
  { canonicalAbi: "compiled", tier: "inline", metering: "fuel" },
  { canonicalAbi: "compiled", tier: "suspending", metering: "none" },
  { canonicalAbi: "compiled", tier: "worker", metering: "none" },
  { canonicalAbi: "compiled", tier: "worker", metering: "time" },
  { canonicalAbi: "compiled", tier: "process", metering: "none" },
  { canonicalAbi: "compiled", tier: "process", metering: "time" },
];

/** Every way in which a case is played. */
export const ways: readonly Way[] = [
  ...(["core", "component"] as const).flatMap((lowering) =>
    places.map((place): Way => ({ lowering, engine: "polyplug", ...place })),
  ),
  { lowering: "component", engine: "wasmtime", canonicalAbi: null, tier: null, metering: null },
];

/** A way as results have it, of which nobody knows any more which engine goes with which form. */
type Axes = { readonly [Axis in keyof Way]: Way[Axis] };

/** What a way is called: `core compiled`, `component worker, time`, `component wasmtime`. */
export function wayTitle({ lowering, engine, canonicalAbi, tier, metering }: Axes): string {
  if (tier === null) return `${lowering} ${engine}`;
  if (tier === "inline" && metering === "none") return `${lowering} ${canonicalAbi}`;
  return `${lowering} ${tier}${metering === "none" ? "" : `, ${metering}`}`;
}
