import type { Module } from "@polyplug/wasm-binary";
import { type Contract, resolveContract } from "./read-contract.ts";
import { Resolution } from "./resolution.ts";
import { uniteWorlds } from "./unite-worlds.ts";
import { usedImports } from "./used-imports.ts";

/**
 * The world that a core module was built for, as its sections `component-type` say, with the imports that it makes use
 * of; undefined for a module that has no such section. Several are united, for each library in a plugin may bring its
 * own.
 *
 * Throws as {@link readContract} does; `malformed` where two sections say different things of one name, and
 * `unsupported` where they have different encodings.
 */
export function worldOfModule(module: Pick<Module, "customs" | "imports" | "offset">): Contract | undefined {
  const resolution = new Resolution("read contract");
  let united: Contract | undefined;
  for (const { name, bytes, offset: start } of module.customs) {
    if (!name.startsWith("component-type")) continue;
    const offset = module.offset + start;
    const contract = resolveContract(resolution, bytes, offset);
    if (united === undefined) {
      united = contract;
      continue;
    }
    const { world, encoding } = united;
    if (contract.encoding !== encoding) {
      throw resolution.unsupported(`strings are ${encoding} and ${contract.encoding} in one module`, offset);
    }
    const conflict = (path: string): Error =>
      resolution.malformed(`two sections component-type differ in what ${path} is`, offset);
    united = { encoding, world: uniteWorlds(world, contract.world, conflict) };
  }
  if (united === undefined) return undefined;
  return { ...united, world: { ...united.world, imports: usedImports(united.world.imports, module) } };
}
