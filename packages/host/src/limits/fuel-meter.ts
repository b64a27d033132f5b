/** Counts the instructions of one plugin's calls, those of all its modules together, in the page of its thread. */
export class FuelMeter {
  readonly #allowed: bigint;
  /** What it has left while the page has what another has, or nothing runs. */
  left: bigint;

  constructor(allowed: bigint) {
    this.#allowed = allowed;
    this.left = allowed;
  }

  /** A call begins. What enters the plugin again within it uses of the same. */
  refill(): void {
    this.left = this.#allowed;
  }

  /** Why a call ended that has so much left, if it had used up what it had. */
  breach(left: bigint): string | undefined {
    if (left >= 0n) return undefined;
    return `limits.fuel: a call may run ${this.#allowed} instructions, and it came to ${this.#allowed - left}`;
  }
}
