/** What has to be known of a block while its inside is walked over. */
interface Frame {
  readonly kind: "block" | "loop" | "if";
  /** What is left at its beginning. */
  readonly atEntry: number;
  /** The least that is left at a branch to its end. */
  branches: number;
  /** Whether it can end without its body having run: an `if` without `else`. */
  skippable: boolean;
}

/**
 * Knows, at each instruction of a function, how many may follow without a check on any way from the function's beginning
 * to here: the least of all ways.
 */
export class ControlStack {
  readonly #frames: Frame[] = [];
  readonly #most: number;
  /** Instructions that may follow. In code that cannot be reached, all of them. */
  left: number;

  /** `first` may come before the first check, and `most` after each. */
  constructor(first: number, most: number) {
    this.left = first;
    this.#most = most;
  }

  enter(kind: Frame["kind"]): void {
    this.#frames.push({ kind, atEntry: this.left, branches: this.#most, skippable: kind === "if" });
  }

  /** `else`: what is before it goes on at the end, what follows begins as the `if` did. */
  else(): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    this.branch(0);
    frame.skippable = false;
    this.left = frame.atEntry;
  }

  /** `catch` and `catch_all`: nobody knows how much ran before what they catch was thrown. */
  catch(): void {
    this.branch(0);
    this.left = 0;
  }

  /** `end` and `delegate`. */
  leave(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    this.left = Math.min(this.left, frame.branches, frame.skippable ? frame.atEntry : this.#most);
  }

  /** A branch to the label that is `depth` blocks further out. To a loop's it goes to where there is a check. */
  branch(depth: number, left: number = this.left): void {
    const frame = this.#frames[this.#frames.length - 1 - depth];
    if (frame !== undefined && frame.kind !== "loop") frame.branches = Math.min(frame.branches, left);
  }

  /** After an instruction that control never passes. */
  end(): void {
    this.left = this.#most;
  }

  /** `cost` instructions come next. False if that is too many: a check has to be before them. */
  take(cost: number): boolean {
    const isLeft = cost <= this.left;
    this.left = (isLeft ? this.left : this.#most) - cost;
    return isLeft;
  }
}
