/** More would be nobody's to read, and their arguments might be large. */
const mostKept = 1000;

/** Calls that came to stubs: the first of them, and the number of the others. */
export class StubbedCalls<Call> {
  #kept: Call[] = [];
  #unlisted = 0;

  add(call: Call): void {
    if (this.#kept.length < mostKept) this.#kept.push(call);
    else this.#unlisted++;
  }

  /** All since they were taken last. */
  take(): { readonly kept: readonly Call[]; readonly unlisted: number } {
    const taken = { kept: this.#kept, unlisted: this.#unlisted };
    this.#kept = [];
    this.#unlisted = 0;
    return taken;
  }
}
