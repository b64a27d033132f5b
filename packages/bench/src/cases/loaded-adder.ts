import { loadPlugin } from "@polyplug/host";
import type { BuiltGuest } from "@polyplug/toolchains";
import { instantiateDirectly } from "../instantiate-directly.ts";

export interface Adder {
  adder(a: number, b: number): number;
}

/** One guest twice: as the host gives it, and as the engine does. */
export interface LoadedAdder {
  readonly guest: BuiltGuest;
  /** `plugin.exports`. */
  readonly ours: Adder;
  /** `instance.exports`. */
  readonly direct: Adder;
}

/**
 * Loads every adder that does nothing but add. One that also writes is left out: the write takes a hundred times as long as
 * the call, and so the figure would be of nothing else.
 */
export async function loadAdders(guests: readonly BuiltGuest[]): Promise<readonly LoadedAdder[]> {
  const adders = await Promise.all(
    guests.map(async (guest) => {
      let wrote = false;
      const stdout = () => {
        wrote = true;
      };
      const { exports: ours } = await loadPlugin<Adder>(guest.path, { grant: { ...guest.grant, stdout } });
      ours.adder(2, 4);
      return wrote ? [] : [{ guest, ours, direct: (await instantiateDirectly(guest)) as Adder }];
    }),
  );
  return adders.flat();
}
