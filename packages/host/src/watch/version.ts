import type { AnyPlugin } from "../load-prepared.ts";
import type { PreparedPlugin } from "../prepare-plugin.ts";
import { Generation } from "../stable/generation.ts";

/** One version of a watched plugin, with what it was made of. */
export class Version<Exports extends object> extends Generation<AnyPlugin<Exports>> {
  readonly prepared: PreparedPlugin;

  constructor(prepared: PreparedPlugin, plugin: AnyPlugin<Exports>) {
    super(plugin);
    this.prepared = prepared;
  }

  /** Makes a call, and gives a promise of whatever comes of it where its functions do. */
  override enter(call: () => unknown): unknown {
    const { isolation, isSuspending } = this.prepared;
    if (isolation === "inline" && !isSuspending) return super.enter(call);
    return new Promise((resolve) => resolve(super.enter(call)));
  }
}
