/** Turns that a thread sleeps through at most before it tries again to stay awake for one. */
const longest = 64;

/**
 * Whether a thread stays awake for its turn, for to fall asleep and be woken takes longer than most calls do. Where no
 * processor is free that only keeps the other from thinking: each time it was in vain, more turns are slept through.
 */
export class Patience {
  #slept = 0;
  #penalty = 0;

  /** Whether to stay awake this time. */
  get isWorthwhile(): boolean {
    if (this.#slept >= this.#penalty) return true;
    this.#slept++;
    return false;
  }

  /** The turn came while the thread was awake, or did not. */
  learn(outcome: "came" | "did not come"): void {
    this.#slept = 0;
    this.#penalty = outcome === "came" ? 0 : Math.min(longest, this.#penalty * 2 || 1);
  }
}
