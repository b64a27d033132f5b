import type { PluginSource } from "@polyplug/host";
import type { Tier } from "@polyplug/soak";
import { type Guest, type GuestOptions, loadOn, patience } from "./guest.ts";

/** Where a fault is played: its tier, its guest, and what was loaded so far. */
export class Stage {
  readonly tier: Tier;
  /** The bytes of the folder's guest. */
  readonly source: PluginSource;
  readonly #fixed: GuestOptions;
  readonly #guests: Guest[] = [];

  constructor(tier: Tier, source: PluginSource, fixed: GuestOptions) {
    this.tier = tier;
    this.source = source;
    this.#fixed = fixed;
  }

  /** All that was loaded, in order. */
  get guests(): readonly Guest[] {
    return this.#guests;
  }

  /** The plugin, for functions of the host's that call it back. */
  get guest(): Guest {
    const [first] = this.#guests;
    if (first === undefined) throw new Error("it is not loaded yet");
    return first;
  }

  /** Calls `run`, `things.make` of the plugin. */
  async call(path: string, ...args: readonly unknown[]): Promise<unknown> {
    return await callOf(this.guest, path, args);
  }

  /** Loads the guest on this tier, once more. */
  async load(options: GuestOptions = {}): Promise<Guest> {
    const limits = { ...patience(this.tier), ...options.limits };
    const guest = await loadOn(this.tier, this.source, { ...this.#fixed, ...options, limits });
    this.#guests.push(guest);
    return guest;
  }
}

/** What an export of a plugin gives, which is one of an interface where the path has a point. */
export function callOf({ exports }: Pick<Guest, "exports">, path: string, args: readonly unknown[] = []): unknown {
  let [owner, found]: unknown[] = [undefined, exports];
  for (const step of path.split(".")) [owner, found] = [found, Reflect.get(Object(found), step)];
  if (typeof found !== "function") throw new TypeError(`there is no ${path}`);
  return Reflect.apply(found, owner, args);
}
