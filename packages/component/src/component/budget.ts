import { PluginError } from "@polyplug/errors";
import { limits } from "../limits.ts";

const nouns: { readonly [Limit in keyof typeof limits]: string } = {
  componentInstances: "instances of components",
  instantiationDepth: "components instantiated within each other",
  coreInstances: "instances of core modules",
  tableEntries: "entries in the tables of its instances",
  memoryPages: "pages that the memories of its instances start with",
  work: "definitions, imports and exports in its instances",
};

/** What planning a component may still spend. */
export class Budget {
  readonly #spent: Partial<Record<keyof typeof limits, number>> = {};

  /** Throws `unsupported` once more is spent than there is. */
  spend(limit: keyof typeof limits, count: number, offset: number): void {
    const spent = (this.#spent[limit] ?? 0) + count;
    this.#spent[limit] = spent;
    if (spent > limits[limit]) throw overspent(limit, offset);
  }

  checkDepth(depth: number, offset: number): void {
    if (depth > limits.instantiationDepth) throw overspent("instantiationDepth", offset);
  }
}

function overspent(limit: keyof typeof limits, offset: number): PluginError {
  return new PluginError({
    code: "unsupported",
    action: "link the plugin",
    reason: `it has more than ${limits[limit]} ${nouns[limit]} (at offset 0x${offset.toString(16)})`,
    offset,
  });
}
