import { maxDepth, maxSteps } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** Counts what one symbol costs, in steps and in depth, and refuses when a limit is passed. */
export class Work {
  #steps = 0;
  #depth = 0;

  /** Runs `body` one level deeper, as one step. */
  nested<T>(body: () => T): T {
    this.#steps++;
    if (this.#steps > maxSteps || this.#depth >= maxDepth) throw new Refusal();
    this.#depth++;
    try {
      return body();
    } finally {
      this.#depth--;
    }
  }
}
