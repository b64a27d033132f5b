import type { Codec } from "./codec.ts";
import { within } from "./fault.ts";
import { type Linked, Unit } from "./unit.ts";

/** A unit in which values are lifted or lowered, and which knows where in a value each line is. */
export class Emitter extends Unit {
  readonly codec: Codec;
  /** Places that faults can have, by the mark that the code sets when it comes to one. */
  readonly places: string[] = [];
  #path = "";

  constructor(codec: Codec) {
    super();
    this.codec = codec;
  }

  get path(): string {
    return this.#path;
  }

  /** The name of the guest's memory in the code. */
  get memory(): string {
    return this.constant(this.codec.memory);
  }

  /** Emits what `work` does for a part: `.width`, `[0]`. */
  within<Result>(step: string, work: () => Result): Result {
    const path = this.#path;
    this.#path += step;
    const result = work();
    this.#path = path;
    return result;
  }

  /** From here on, faults are at the place where this stands. */
  mark(): void {
    // One that nothing has followed yet is of no use.
    if (this.isLast(`s=${this.places.length - 1};`)) this.places[this.places.length - 1] = this.#path;
    else this.line(`s=${this.places.push(this.#path) - 1};`);
  }

  /** A constant of what an expression gives. */
  let(expression: string): string {
    const name = this.variable();
    this.line(`const ${name}=${expression};`);
    return name;
  }

  /** Emits a body whose faults are told as being at the last mark, behind what `step` says. */
  guarded(body: () => void, step = ""): void {
    this.line("let s=0;try{");
    body();
    const caught = this.constant(within);
    this.line(`}catch(e){throw ${caught}(e,${step}${this.constant(this.places)}[s]);}`);
  }

  linkCounted(...params: readonly string[]): Linked {
    const linked = this.link(...params);
    this.codec.textLength += linked.size;
    return linked;
  }
}
