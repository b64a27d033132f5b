/** The signal that may end the calls which are made now. */
export class CurrentSignal {
  #current: AbortSignal | undefined;

  get current(): AbortSignal | undefined {
    return this.#current;
  }

  /** Has it end the calls that `work` makes before it returns or first waits. */
  during<T>(signal: AbortSignal, work: () => T): T {
    const outer = this.#current;
    this.#current = signal;
    try {
      return work();
    } finally {
      this.#current = outer;
    }
  }

  /** Has this signal end all calls from now on that no other one may end, until what this gives is called. */
  heed(signal: AbortSignal): () => void {
    this.#current = signal;
    return () => {
      this.#current = undefined;
    };
  }
}
