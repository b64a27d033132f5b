import type { Preview2Process } from "../preview2-process.ts";

const smallestRoom = 1024;

/** What a guest writes in pieces of any size, one behind the other. Its bytes count among those kept for the plugin. */
export class GrowingBytes {
  readonly #process: Preview2Process;
  #bytes = new Uint8Array();
  #length = 0;

  constructor(process: Preview2Process) {
    this.#process = process;
  }

  append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    this.#process.keep(chunk.length);
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.#bytes.length, smallestRoom));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
  }

  /** All of it, which counts until somebody gives it back. */
  take(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#bytes = new Uint8Array();
    this.#length = 0;
    return bytes;
  }
}
