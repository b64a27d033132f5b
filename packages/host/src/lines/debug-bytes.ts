/** Debug information that is no such, or of a kind that nobody reads here. It never leaves this folder. */
export class Unreadable extends Error {}

/** Reads little-endian debug information from a place on, never beyond its end. */
export class DebugBytes {
  at: number;
  readonly #bytes: Uint8Array;
  readonly #end: number;

  constructor(bytes: Uint8Array, at = 0, end: number = bytes.length) {
    if (at > end || end > bytes.length) throw new Unreadable("a length leads beyond the end");
    this.at = at;
    this.#bytes = bytes;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end;
  }

  /** The next `length` bytes for themselves. This goes on behind them. */
  part(length: number): DebugBytes {
    const start = this.at;
    this.skip(length);
    return new DebugBytes(this.#bytes, start, this.at);
  }

  skip(length: number): void {
    if (length > this.#end - this.at) throw new Unreadable("it ends too early");
    this.at += length;
  }

  u8(): number {
    const byte = this.at < this.#end ? this.#bytes[this.at] : undefined;
    if (byte === undefined) throw new Unreadable("it ends too early");
    this.at += 1;
    return byte;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 2 ** 16;
  }

  /** Unsigned LEB128; what is above 2^53 is not exact, and nobody needs it. */
  uleb(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      if (factor >= 2 ** 63) throw new Unreadable("a number is too long");
      factor *= 2 ** 7;
    }
  }

  /** Signed LEB128. */
  sleb(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      factor *= 2 ** 7;
      if (byte < 0x80) return (byte & 0x40) === 0 ? value : value - factor;
      if (factor >= 2 ** 70) throw new Unreadable("a number is too long");
    }
  }

  /** A text that ends with a NUL. */
  text(): string {
    const start = this.at;
    this.skipText();
    return new TextDecoder().decode(this.#bytes.subarray(start, Math.min(this.at - 1, start + longestText)));
  }

  /** Goes on behind a text, and gives its length in bytes. */
  skipText(): number {
    const [start, end] = [this.at, this.#bytes.indexOf(0, this.at)];
    if (end < 0 || end >= this.#end) throw new Unreadable("a text has no end");
    this.at = end + 1;
    return end - start;
  }

  /** The same bytes from here on, for somebody who reads them otherwise. */
  copy(): DebugBytes {
    return new DebugBytes(this.#bytes, this.at, this.#end);
  }
}

/** Bytes of a path that are read. */
const longestText = 2 ** 10;
