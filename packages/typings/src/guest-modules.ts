import { readContract } from "@polyplug/abi";
import type { Bindgen, Wit } from "@polyplug/bindgen";
import { documentationOf } from "./documentation/documentation-of.ts";
import { printGuest } from "./print-guest.ts";

/** How the declarations for a plugin's author are written. */
export interface GuestModulesOptions {
  /** Which world is meant, by its name or its id. Default: the only world that the package has. */
  readonly world?: string | undefined;
  /** The WIT tools. */
  readonly bindgen: Pick<Bindgen, "contract" | "resolve">;
}

/**
 * What `printGuest` writes of a contract in WIT, under the comments that it has. The same input gives the same text.
 *
 * Throws the `PluginError`s of `Bindgen`, and those of `printGuest`.
 */
export async function guestModules(wit: Wit, { world: choice, bindgen }: GuestModulesOptions): Promise<string> {
  const { world } = readContract(await bindgen.contract(wit, { world: choice }));
  return printGuest({ world, docs: documentationOf(await bindgen.resolve(wit), world.name) });
}
