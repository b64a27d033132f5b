import type { Plugin } from "../plugin.ts";
import type { PreparedPlugin } from "../prepare-plugin.ts";
import { Generation, type Retirable } from "../stable/generation.ts";

/** One version of a watched plugin, with what it was made of. */
export class Version<Exports extends object> extends Generation<Plugin<Exports> & Retirable> {
  readonly prepared: PreparedPlugin;

  constructor(prepared: PreparedPlugin, plugin: Plugin<Exports> & Retirable) {
    super(plugin);
    this.prepared = prepared;
  }
}
