import { type Capabilities, noCapabilities } from "../capabilities/capabilities.ts";
import type { Capability } from "../capability.ts";
import { maxKeptBytes, maxResources } from "../limits.ts";
import type { GuestLife } from "../process/guest-life.ts";
import type { WasiProcess } from "../process/wasi-process.ts";
import { Refusal } from "./refusal.ts";

/** What is behind the interfaces of WASI 0.2 and behind every resource that they hand out. One a plugin. */
export class Preview2Process implements WasiProcess {
  readonly name: string;
  readonly life: GuestLife;
  readonly denied: Set<Capability> = new Set();
  #capabilities: Capabilities;
  #resources = 0;
  #keptBytes = 0;

  constructor(name: string, capabilities: Capabilities, life: GuestLife) {
    this.name = name;
    this.#capabilities = capabilities;
    this.life = life;
  }

  get capabilities(): Capabilities {
    return this.#capabilities;
  }

  /** The capability, or the end of the plugin: for functions that could not answer that there is none. */
  granted<Key extends "clock" | "random" | "sleep">(key: Key): NonNullable<Capabilities[Key]> {
    const capability = this.#capabilities[key];
    if (capability) return capability;
    this.denied.add(key);
    throw new Refusal("not-granted", `, which needs the grant ${key}`);
  }

  /**
   * The time that waits are counted by, in nanoseconds. Without a clock only sleep lets it go by, so that a plugin
   * cannot make itself a clock of waits by asking whether they are over.
   */
  get now(): bigint {
    const { clock, sleep } = this.#capabilities;
    return clock?.monotonic.now() ?? sleep?.slept ?? 0n;
  }

  /** Blocks the thread for that many nanoseconds, or ends the plugin at once where that is not granted. */
  sleep(duration: bigint): void {
    if (this.granted("sleep").wait(duration)) return;
    this.denied.add("sleep");
    throw new Refusal("not-granted", ` to wait ${duration} ns, which is longer than the grant sleep allows`);
  }

  /** Counts a resource that the plugin gets hold of. */
  hold(): void {
    if (this.#resources >= maxResources) throw new Refusal("trap", `, and holds ${maxResources} resources already`);
    this.#resources++;
  }

  drop(): void {
    this.#resources--;
  }

  /** Counts bytes that the host keeps for the plugin, or gives back so many where the number is negative. */
  keep(bytes: number): void {
    const total = this.#keptBytes + bytes;
    if (bytes > 0 && total > maxKeptBytes) {
      throw new Refusal("trap", `, and has ${total} bytes kept for it then, allowed are ${maxKeptBytes}`);
    }
    this.#keptBytes = total;
  }

  /** Takes back what was granted. */
  release(): void {
    this.#capabilities = noCapabilities(this.name);
  }
}
