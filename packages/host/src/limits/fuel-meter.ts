import { type MeterBoard, noFuel } from "./meter-board.ts";

/** Counts the instructions of one plugin's calls, those of all its modules together, in the page of its thread. */
export class FuelMeter {
  readonly #board: MeterBoard;
  readonly #allowed: bigint;
  #left: bigint;

  constructor(board: MeterBoard, allowed: bigint) {
    this.#board = board;
    this.#allowed = allowed;
    this.#left = allowed;
  }

  /** A call begins. What enters the plugin again within it uses of the same. */
  refill(): void {
    this.#left = this.#allowed;
  }

  /** The plugin runs from here on. Gives what {@link leave} takes. */
  enter(): FuelMeter | undefined {
    const outer = this.#board.fueled;
    if (outer !== undefined) outer.#left = this.#board.fuel;
    this.#board.fuel = this.#left;
    this.#board.fueled = this;
    return outer;
  }

  leave(outer: FuelMeter | undefined): void {
    this.#left = this.#board.fuel;
    this.#board.fueled = outer;
    this.#board.fuel = outer === undefined ? noFuel : outer.#left;
  }

  /** Why a call ended, the innermost or the last that was left, if it had used up what it had. */
  get breach(): string | undefined {
    const left = this.#board.fueled === this ? this.#board.fuel : this.#left;
    if (left >= 0n) return undefined;
    return `limits.fuel: a call may run ${this.#allowed} instructions, and it came to ${this.#allowed - left}`;
  }
}
