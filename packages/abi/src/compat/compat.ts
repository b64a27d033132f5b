import type { ContractDifference } from "@polyplug/errors";
import type { FunctionType } from "../types/function-type.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { World } from "../world/world.ts";
import { WorldComparison } from "./world-comparison.ts";

/** A function of a plugin as the contract sees it. */
export interface FunctionBinding {
  readonly kind: "function";
  /**
   * The plugin's type, with a `view` wherever the contract has another integer or other flags, and with fields `hidden`
   * that the contract does not have: with it the host lifts and lowers, and has values as the contract says.
   */
  readonly type: FunctionType;
  /**
   * How many parameters the contract has, `self` included. Where the plugin has more, undefined is passed for the rest;
   * where it has fewer, they are not passed on.
   */
  readonly arity: number;
}

/** An interface of a plugin beside that of the contract; their versions may differ. */
export interface InterfaceBinding {
  readonly kind: "interface";
  /** Its id in the plugin: `acme:text/filter@1.0.0`. */
  readonly plugin: string;
  /** Its id in the contract: `acme:text/filter@1.3.0`. */
  readonly contract: string;
  /** The functions that both have, by the name that both give them. */
  readonly functions: ReadonlyMap<string, FunctionBinding>;
}

export type Binding = FunctionBinding | InterfaceBinding;

/** How a plugin and a contract fit. */
export interface Compatibility {
  /** The places that differ, the first 100 of them, interfaces that are missing before all; none where the plugin fits. */
  readonly differences: readonly ContractDifference[];
  /** How many more there are. */
  readonly unlisted: number;
  /** What the host calls, by the contract's names. */
  readonly exports: ReadonlyMap<string, Binding>;
  /** What the plugin calls, by the plugin's names. */
  readonly imports: ReadonlyMap<string, Binding>;
  /** Names of the plugin's imports that are no matter of the contract, and to be granted. */
  readonly others: readonly string[];
  /** The contract's resource for each of the plugin's. */
  readonly resources: ReadonlyMap<ResourceType, ResourceType>;
}

export interface CompatOptions {
  /**
   * Whether an import that the contract does not have is no matter of the contract, by its name. Default: true for the
   * interfaces of WASI, `wasi:cli/stdout@0.2.0` for one.
   */
  readonly isGranted?: ((name: string) => boolean) | undefined;
}

/**
 * Compares a plugin with the contract of its host, and gives what the host needs to call the one through the other.
 *
 * Interfaces match where their versions are on one track: `1.2.3` and `1.4.0`, `0.2.1` and `0.2.9`, and a pre-release
 * only itself. Where there are several on the track, the same version comes first and then the latest. Within them
 * functions match by name and types by structure, see {@link TypeComparison} and {@link compareFunctions}. The plugin has
 * to export every function of the contract and the contract to have every function that the plugin imports; what either
 * has beyond that does not matter.
 *
 * Never throws. The work is bounded by the size of the contract and the number of the plugin's imports and exports.
 */
export function compat(plugin: World, contract: World, options: CompatOptions = {}): Compatibility {
  const comparison = new WorldComparison(plugin, contract);
  const isGranted = options.isGranted ?? ((name) => name.startsWith("wasi:"));
  return comparison.compare(isGranted);
}
