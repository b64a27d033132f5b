import type { OutputStream } from "./output.ts";

/** Bytes that are kept: the message of a panic, with the stack that Go writes below it. */
const keptBytes = 4096;

/** Output that nobody asked for. Only its end is kept, for the message of a trap. */
export class LastWords implements OutputStream {
  readonly terminal = false;
  #tail = new Uint8Array(0);

  write(chunk: Uint8Array): void {
    const before = this.#tail.subarray(Math.max(0, this.#tail.length + chunk.length - keptBytes));
    const end = chunk.subarray(Math.max(0, chunk.length - keptBytes));
    this.#tail = new Uint8Array(before.length + end.length);
    this.#tail.set(before);
    this.#tail.set(end, before.length);
  }

  /** As text. What is no UTF-8, as where the first character was cut, becomes U+FFFD. */
  get text(): string {
    return new TextDecoder().decode(this.#tail);
  }
}
