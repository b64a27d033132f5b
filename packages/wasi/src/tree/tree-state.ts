import type { Usage } from "./usage.ts";

/** What all nodes of one plugin's layer have in common. */
export class TreeState {
  readonly usage: Usage;
  /** Nanoseconds since 1970 by the clock that was granted, or zero. */
  readonly now: () => bigint;
  #inodes = 0n;

  constructor(usage: Usage, now: () => bigint) {
    this.usage = usage;
    this.now = now;
  }

  /** A number that no other node of the layer has, nor will have. */
  nextInode(): bigint {
    this.#inodes++;
    return this.#inodes;
  }
}
