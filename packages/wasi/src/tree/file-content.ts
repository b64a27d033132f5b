import { TreeError } from "./tree-error.ts";
import type { Usage } from "./usage.ts";

const smallestRoom = 64;

/**
 * The bytes of one file. What it begins with is shared and never written to: the first change copies it, and from then on
 * the whole file counts. Beyond what was written there are zeros that take no memory.
 */
export class FileContent {
  readonly #usage: Usage;
  #size: number;
  /** Zero from `#size` on wherever it is our own. */
  #bytes: Uint8Array;
  #shared = true;
  #counted = 0;

  constructor(usage: Usage, shared: Uint8Array) {
    this.#usage = usage;
    this.#bytes = shared;
    this.#size = shared.length;
  }

  get size(): number {
    return this.#size;
  }

  /** Whether it is still what it began with. */
  get shared(): boolean {
    return this.#shared;
  }

  /** At most `length` bytes from `offset` on, none beyond the end: a view where it can be one, good until the next write. */
  read(offset: number, length: number): Uint8Array {
    const end = Math.min(this.#size, offset + length);
    if (offset >= end) return new Uint8Array();
    if (end <= this.#bytes.length) return this.#bytes.subarray(offset, end);
    const bytes = allocate(end - offset);
    bytes.set(this.#bytes.subarray(offset, end));
    return bytes;
  }

  /** Fills `target` with the bytes from `offset` on and gives how many there were. */
  readInto(target: Uint8Array, offset: number): number {
    const end = Math.min(this.#size, offset + target.length);
    if (offset >= end) return 0;
    const stored = this.#bytes.subarray(offset, end);
    target.set(stored);
    target.fill(0, stored.length, end - offset);
    return end - offset;
  }

  /** Takes a copy of the bytes. All are written or none. */
  write(offset: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const end = offset + bytes.length;
    this.#own(Math.max(this.#size, end), Math.max(end, Math.min(this.#size, this.#bytes.length)));
    this.#bytes.set(bytes, offset);
  }

  resize(size: number): void {
    if (size === this.#size) return;
    const before = this.#size;
    this.#own(size, Math.min(size, this.#bytes.length));
    if (size >= before) return;
    // A file that shrank lets go of its memory, and shows zeros should it grow again.
    if (size < this.#bytes.length / 4) this.#bytes = this.#bytes.slice(0, size);
    else this.#bytes.fill(0, size, before);
  }

  /** Gives back what it counted. It must not be used again. */
  release(): void {
    this.#usage.bytes(-this.#counted);
    this.#counted = 0;
    this.#bytes = new Uint8Array();
    this.#size = 0;
  }

  /** Makes it a file of that size with bytes of its own up to `stored`, or changes nothing where that is refused. */
  #own(size: number, stored: number): void {
    this.#usage.bytes(size - this.#counted);
    try {
      this.#store(Math.min(size, this.#size, stored), stored);
    } catch (error) {
      this.#usage.bytes(this.#counted - size);
      throw error;
    }
    this.#counted = size;
    this.#size = size;
    this.#shared = false;
  }

  #store(kept: number, stored: number): void {
    const room = this.#bytes.length;
    if (!this.#shared && stored <= room) return;
    // Doubling, so that a file that is written in small pieces is copied a bounded number of times.
    const grown = allocate(stored > room ? Math.max(stored, 2 * room, smallestRoom) : stored);
    grown.set(this.#bytes.subarray(0, kept));
    this.#bytes = grown;
  }
}

/** The quota is what a plugin may take; whether the machine has it is another matter. */
function allocate(length: number): Uint8Array {
  try {
    return new Uint8Array(length);
  } catch (error) {
    if (error instanceof RangeError) throw new TreeError("nospc");
    throw error;
  }
}
