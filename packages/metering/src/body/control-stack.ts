/** What has to be known of a block while its inside is walked over. */
interface Frame {
  readonly kind: "block" | "loop" | "if";
  /** Whether every way to its beginning has gone through a check. */
  readonly atEntry: boolean;
  /** Whether every branch to its end has. */
  branches: boolean;
  /** Whether it can end without its body having run: an `if` without `else`. */
  skippable: boolean;
}

/**
 * Knows, at each instruction of a function, whether every way from the function's beginning to here has gone through a
 * check. What went through one stays so: a way never loses it.
 */
export class ControlStack {
  readonly #frames: Frame[] = [];
  /** Code that cannot be reached has, as far as it matters, been checked. */
  checked = false;

  enter(kind: Frame["kind"]): void {
    this.#frames.push({ kind, atEntry: this.checked, branches: true, skippable: kind === "if" });
  }

  /** `else`, `catch` and `catch_all`: what is before them goes on at the block's end, what follows begins as it began. */
  alternative(): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    frame.branches &&= this.checked;
    frame.skippable = false;
    this.checked = frame.atEntry;
  }

  /** `end` and `delegate`. */
  leave(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    this.checked &&= frame.branches;
    if (frame.skippable) this.checked &&= frame.atEntry;
  }

  /** A branch to the label that is `depth` blocks further out. To a loop's it goes to where there is a check. */
  branch(depth: number, checked: boolean = this.checked): void {
    const frame = this.#frames[this.#frames.length - 1 - depth];
    if (frame !== undefined && frame.kind !== "loop") frame.branches &&= checked;
  }

  /** After an instruction that control never passes. */
  end(): void {
    this.checked = true;
  }
}
