import type { Preview2Process } from "./preview2-process.ts";
import { Refusal } from "./refusal.ts";

/**
 * A resource's place among those that a plugin holds. A child, such as a pollable of a stream, has to go before the
 * resource that it is of, as WASI's texts say.
 */
export class Holding {
  readonly #process: Preview2Process;
  readonly #parent: Holding | undefined;
  #children = 0;
  #held = true;

  constructor(process: Preview2Process, parent: Holding | undefined) {
    process.hold();
    this.#process = process;
    this.#parent = parent;
    if (parent !== undefined) parent.#children++;
  }

  get held(): boolean {
    return this.#held;
  }

  /** The plugin has it no more: dropped it, or handed it over. A second time does nothing. */
  release(): void {
    if (!this.#held) return;
    if (this.#children > 0 && this.#process.life.alive) {
      throw new Refusal("trap", `, and ${this.#children} resources that are children of it are still held`);
    }
    this.#held = false;
    this.#process.drop();
    if (this.#parent !== undefined) this.#parent.#children--;
  }
}
