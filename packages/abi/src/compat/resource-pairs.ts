import type { ResourceType } from "../types/resource-type.ts";

/** Which resource of a plugin is which of the contract. Each has one partner at most: the first that was found. */
export class ResourcePairs {
  /** By the plugin's. */
  readonly contractOf: Map<ResourceType, ResourceType> = new Map();
  readonly #pluginOf = new Map<ResourceType, ResourceType>();

  pair(plugin: ResourceType, contract: ResourceType): void {
    if (this.contractOf.has(plugin) || this.#pluginOf.has(contract)) return;
    this.contractOf.set(plugin, contract);
    this.#pluginOf.set(contract, plugin);
  }

  areOne(plugin: ResourceType, contract: ResourceType): boolean {
    return this.contractOf.get(plugin) === contract;
  }
}
