import type { OutputStream } from "./output.ts";

/** Bytes that are kept: the message of a panic, with the stack that Go writes below it. */
const keptBytes = 4096;

/** Output that nobody asked for. Only its end is kept, for the message of a trap. */
export class LastWords implements OutputStream {
  readonly terminal = false;
  /** Twice the room from the first write on, so that what is kept moves once for thousands of small writes. */
  #bytes = new Uint8Array(0);
  #length = 0;

  write(chunk: Uint8Array): void {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(2 * keptBytes);
    const end = chunk.subarray(Math.max(0, chunk.length - keptBytes));
    if (this.#length + end.length > this.#bytes.length) {
      const before = keptBytes - end.length;
      this.#bytes.copyWithin(0, this.#length - before, this.#length);
      this.#length = before;
    }
    this.#bytes.set(end, this.#length);
    this.#length += end.length;
  }

  /** As text. What is no UTF-8, as where the first character was cut, becomes U+FFFD. */
  get text(): string {
    return new TextDecoder().decode(this.#bytes.subarray(Math.max(0, this.#length - keptBytes), this.#length));
  }
}
