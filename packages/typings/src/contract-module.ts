import { readContract } from "@polyplug/abi";
import { type Bindgen, loadBindgen, type Wit } from "@polyplug/bindgen";
import { documentationOf } from "./documentation/documentation-of.ts";
import { printContract } from "./print-contract.ts";
import { witOf } from "./wit-of.ts";

/** How a contract's module is written. */
export interface ContractModuleOptions {
  /** Which world is meant, by its name or its id. Default: the only world that the package has. */
  readonly world?: string | undefined;
  /** What the types of exports and imports are called after, in kebab-case. Default: the world's name. */
  readonly name?: string | undefined;
  /** The WIT tools. Default: they are loaded for this, and let go of. */
  readonly bindgen?: Pick<Bindgen, "contract" | "print" | "resolve"> | undefined;
}

/**
 * A module in TypeScript for a contract, out of WIT or out of a plugin that has a world, core or component: `contract`, to
 * be passed to `loadPlugin`, the types of what a plugin exports and what the host provides, and every type that the world
 * names, under the comments that WIT has. The same input gives the same text.
 *
 * What WASI provides is left out of the host's part: that is what a grant is for.
 *
 * Throws the `PluginError`s of `Bindgen`, and `unsupported` for what cannot be passed yet, such as streams, and for a
 * world of which JavaScript would not tell two things apart.
 */
export async function contractModule(source: Wit | Uint8Array, options: ContractModuleOptions = {}): Promise<string> {
  const { world: choice, name, bindgen } = options;
  if (bindgen === undefined) {
    const own = await loadBindgen();
    try {
      return await contractModule(source, { ...options, bindgen: own });
    } finally {
      own.dispose();
    }
  }
  const wit = await witOf(source, bindgen);
  const binary = await bindgen.contract(wit, { world: choice });
  const { world } = readContract(binary);
  const docs = documentationOf(await bindgen.resolve(wit), world.name);
  return printContract({ world, binary, docs, name });
}
