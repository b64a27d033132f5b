import type { OutputStream } from "./output.ts";

/** Bytes that are kept: the message of a panic, with the stack below it, which for JavaScript has 128 calls. */
const keptBytes = 8192;

/** Passes on what it is given, if anybody asked for it, and keeps the end of it for the message of a trap. */
export class LastWords implements OutputStream {
  readonly terminal: boolean;
  readonly #listener: OutputStream | undefined;
  /** Twice the room from the first write on, so that what is kept moves once for thousands of small writes. */
  #bytes = new Uint8Array(0);
  #length = 0;

  constructor(listener: OutputStream | undefined) {
    this.terminal = listener?.terminal ?? false;
    this.#listener = listener;
  }

  write(chunk: Uint8Array): void {
    this.#keep(chunk);
    this.#listener?.write(chunk);
  }

  /** Whether anybody asked for it. */
  get granted(): boolean {
    return this.#listener !== undefined;
  }

  /** As text. What is no UTF-8, as where the first character was cut, becomes U+FFFD. */
  get text(): string {
    return new TextDecoder().decode(this.#bytes.subarray(Math.max(0, this.#length - keptBytes), this.#length));
  }

  #keep(chunk: Uint8Array): void {
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
}
