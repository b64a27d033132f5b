import { type Adapter, adapters as ofUsers, rustFor } from "@polyplug/build";
import type { StartingGrant, Target } from "@polyplug/built-guests";

/** A language of guests that have no contract. */
export interface GuestAdapter extends Adapter {
  /** What a guest is built for unless its `guest.json` says otherwise. */
  readonly targets: readonly Target[];
  /** Without it no plugin of this language runs. Most need nothing. */
  readonly grant: StartingGrant;
}

const rustTargets: readonly Target[] = ["wasm32-unknown-unknown", "wasm32-wasip1"];

/** Rust for everything that is built with it here, the WIT tools too: one installation does. */
export const rust: Adapter = rustFor(rustTargets);

/** Every language of such guests, by the name of its folder. */
export const adapters: ReadonlyMap<string, GuestAdapter> = new Map(
  [...ofUsers.values()].map((adapter) => [adapter.language, guestAdapter(adapter)]),
);

function guestAdapter(adapter: Adapter): GuestAdapter {
  switch (adapter.language) {
    case "rust":
      return { ...rust, targets: rustTargets, grant: {} };
    case "assemblyscript":
      return { ...adapter, targets: ["wasm32"], grant: {} };
    case "go":
      // Its runtime reads the clock before anything else, and ends where it cannot.
      return { ...adapter, targets: ["wasm32-wasip1"], grant: { clock: true } };
    default:
      return { ...adapter, targets: ["wasm32-wasip1"], grant: {} };
  }
}
