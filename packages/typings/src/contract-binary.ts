import type { Bindgen, Wit } from "@polyplug/bindgen";
import { witOf } from "./wit-of.ts";

/** How a contract is encoded. */
export interface ContractBinaryOptions {
  /** Which world is meant, by its name or its id. Default: the only world that the package has. */
  readonly world?: string | undefined;
  readonly bindgen: Pick<Bindgen, "contract" | "print">;
}

/**
 * A contract in binary form, out of WIT or out of a plugin that has a world, core or component: as base64 it is what
 * `defineContract` of `@polyplug/host` takes, and what `contractModule` writes for TypeScript.
 *
 * Throws the `PluginError`s of `Bindgen`.
 */
export async function contractBinary(
  source: Wit | Uint8Array,
  { world, bindgen }: ContractBinaryOptions,
): Promise<Uint8Array> {
  return await bindgen.contract(await witOf(source, bindgen), { world });
}
