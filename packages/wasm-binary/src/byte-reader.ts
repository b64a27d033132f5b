import { PluginError, type PluginErrorCode } from "@polyplug/errors";
import { limits } from "./limits.ts";
import { ordinal } from "./ordinal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** How many entries a list may have, and how few bytes one of them can take. */
export interface ListBounds {
  readonly most: number;
  readonly leastBytes: number;
}

/** One step of the way to what is being read: `export section`, or the nth of a list's entries. */
interface Step {
  readonly noun: string;
  index: number;
}

const unnumbered = -1;

/** What a reader's bytes are a part of, for its errors. */
export interface Origin {
  readonly action: "decode module" | "decode component";
  /** Where the first byte lies in the file. */
  readonly offset: number;
}

const wholeModule: Origin = { action: "decode module", offset: 0 };

/**
 * Reads the binary format's values in order and knows where it is: every error carries the offset of the faulty value
 * and the path to it. Each read names what it reads, for the message.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/values.html | binary format, values}.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  /** The next byte to be read. */
  offset: number;
  /** No read goes to this byte or beyond. */
  end: number;
  readonly #origin: Origin;
  #path: Step[] = [];

  constructor(bytes: Uint8Array, start = 0, end: number = bytes.length, origin: Origin = wholeModule) {
    this.bytes = bytes;
    this.offset = start;
    this.end = end;
    this.#origin = origin;
  }

  /** The bytes up to the end as a file of their own, which counts from zero; errors count from this one's first byte. */
  rest(): ByteReader {
    const bytes = this.bytes.subarray(this.offset, this.end);
    const inner = new ByteReader(bytes, 0, bytes.length, { ...this.#origin, offset: this.inFile(this.offset) });
    inner.#path = this.#path;
    return inner;
  }

  /** An offset of this reader as the file has it. */
  inFile(offset: number): number {
    return this.#origin.offset + offset;
  }

  get remaining(): number {
    return this.end - this.offset;
  }

  /** The error for bytes that no module may have. */
  malformed(why: string, offset: number = this.offset, cause?: unknown): PluginError {
    return this.#error("malformed", why, offset, cause);
  }

  /** The error for a module that may be right but goes over one of the {@link limits}. */
  unsupported(why: string, offset: number = this.offset): PluginError {
    return this.#error("unsupported", why, offset);
  }

  #error(code: PluginErrorCode, why: string, place: number, cause?: unknown): PluginError {
    const offset = this.inFile(place);
    const path = this.#path
      .map(({ noun, index }) => (index === unnumbered ? noun : `${ordinal(index + 1)} ${noun}`))
      .join(": ");
    const where = path === "" ? "" : `${path}: `;
    const reason = `${where}${why} (at offset 0x${offset.toString(16)})`;
    return new PluginError({ code, action: this.#origin.action, reason, offset, path, cause });
  }

  /** Reads something that has a name of its own in the path of errors. */
  within<T>(noun: string, read: () => T): T {
    this.#path.push({ noun, index: unnumbered });
    const value = read();
    this.#path.pop();
    return value;
  }

  /** Reads something that must take exactly the bytes up to `end`. */
  upTo<T>(end: number, what: string, read: () => T): T {
    const outer = this.end;
    this.end = end;
    const value = read();
    if (this.offset !== end) throw this.malformed(`${end - this.offset} bytes are left over after the ${what}`);
    this.end = outer;
    return value;
  }

  /** The length of a list. It is checked against the bytes that are left before anything is made of it. */
  count(what: string, { most, leastBytes }: ListBounds): number {
    const start = this.offset;
    const count = this.u32(`${what} count`);
    if (count * leastBytes > this.remaining) {
      throw this.malformed(`${what} count is ${count}, but only ${this.remaining} bytes follow`, start);
    }
    if (count > most) throw this.unsupported(`${what} count is ${count}, the limit is ${most}`, start);
    return count;
  }

  /**
   * A list: its length, then its entries.
   *
   * See {@link https://webassembly.github.io/spec/core/binary/conventions.html#lists | binary format, lists}.
   */
  list<T>(noun: string, bounds: ListBounds, read: (index: number) => T): T[] {
    return this.times(this.count(noun, bounds), noun, read);
  }

  /** As many entries as were counted before. */
  times<T>(count: number, noun: string, read: (index: number) => T): T[] {
    const step: Step = { noun, index: 0 };
    const entries: T[] = [];
    this.#path.push(step);
    for (; step.index < count; step.index++) entries.push(read(step.index));
    this.#path.pop();
    return entries;
  }

  /** The same, with nothing kept. */
  repeat(count: number, noun: string, read: (index: number) => void): void {
    const step: Step = { noun, index: 0 };
    this.#path.push(step);
    for (; step.index < count; step.index++) read(step.index);
    this.#path.pop();
  }

  byte(what: string): number {
    const value = this.offset < this.end ? this.bytes[this.offset] : undefined;
    if (value === undefined) throw this.malformed(`ends before the ${what}`);
    this.offset++;
    return value;
  }

  /** The next byte, still to be read; -1 at the end, which no byte is. */
  peek(): number {
    return this.offset < this.end ? (this.bytes[this.offset] ?? -1) : -1;
  }

  /** What the next byte stands for in `meanings`. */
  oneOf<T>(what: string, meanings: readonly T[] | ReadonlyMap<number, T>): T {
    const start = this.offset;
    const code = this.byte(what);
    const meaning = "get" in meanings ? meanings.get(code) : meanings[code];
    if (meaning === undefined) throw this.unknown(what, code, start);
    return meaning;
  }

  /** The error for a code that stands for nothing. */
  unknown(what: string, code: number, offset: number): PluginError {
    return this.malformed(`unknown ${what} 0x${code.toString(16).padStart(2, "0")}`, offset);
  }

  /** Passes over `length` bytes and says where they are. */
  skip(length: number, what: string): { readonly start: number; readonly end: number } {
    const start = this.offset;
    if (length > this.remaining) {
      throw this.malformed(`${what} takes ${length} bytes, but only ${this.remaining} follow`);
    }
    this.offset += length;
    return { start, end: this.offset };
  }

  /**
   * A large module holds tens of thousands of these, and is read once, before the engine has optimised anything: hence
   * a loop without calls, and small integers only.
   *
   * See {@link https://webassembly.github.io/spec/core/binary/values.html#integers | binary format, integers}.
   */
  u32(what: string): number {
    const { bytes, end } = this;
    let offset = this.offset;
    const only = offset < end ? bytes[offset] : undefined;
    if (only !== undefined && only < 0x80) {
      this.offset = offset + 1;
      return only;
    }
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = offset < end ? bytes[offset++] : undefined;
      if (byte === undefined) throw this.malformed(`ends inside the ${what}`);
      if (byte >= 0x80) {
        value |= (byte & 0x7f) << shift;
        continue;
      }
      if (shift === 28 && byte > 0x0f) throw this.malformed(`${what} does not fit a u32`);
      this.offset = offset;
      return (value | (byte << shift)) >>> 0;
    }
    throw this.malformed(`${what} is longer than 5 bytes`);
  }

  s32(what: string): number {
    const start = this.offset;
    const value = this.s33(what, "s32");
    if (value === (value | 0)) return value;
    throw this.malformed(`${what} does not fit an s32`, start);
  }

  /** `type` is what the message calls a value that has more bits than this. */
  s33(what: string, type: "s32" | "s33" = "s33"): number {
    const { bytes, end } = this;
    let offset = this.offset;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = offset < end ? bytes[offset++] : undefined;
      if (byte === undefined) throw this.malformed(`ends inside the ${what}`);
      if (byte >= 0x80) {
        value |= (byte & 0x7f) << shift;
        continue;
      }
      // Bits 32 to 34 are all the sign, or the value has more than 33 bits.
      const top = byte & 0x70;
      if (shift === 28 && top !== 0 && top !== 0x70) throw this.malformed(`${what} does not fit an ${type}`);
      this.offset = offset;
      if (shift === 28) return ((value | (byte << 28)) >>> 0) - (top === 0 ? 0 : 2 ** 32);
      const unused = 25 - shift;
      return ((value | (byte << shift)) << unused) >> unused;
    }
    throw this.malformed(`${what} is longer than 5 bytes`);
  }

  s64(what: string): bigint {
    const start = this.offset;
    let value = 0n;
    let shift = 0;
    let byte: number;
    do {
      byte = this.#nextByte(what, start);
      value |= BigInt(byte & 0x7f) << BigInt(shift);
      shift += 7;
    } while (byte >= 0x80 && shift < 70);
    if (byte >= 0x80) throw this.malformed(`${what} is longer than 10 bytes`, start);
    value = BigInt.asIntN(shift, value);
    if (value !== BigInt.asIntN(64, value)) throw this.malformed(`${what} does not fit an s64`, start);
    return value;
  }

  u64(what: string): bigint {
    const start = this.offset;
    let value = 0n;
    for (let shift = 0n; shift < 63n; shift += 7n) {
      const byte = this.#nextByte(what, start);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    const last = this.#nextByte(what, start);
    if (last >= 0x80) throw this.malformed(`${what} is longer than 10 bytes`, start);
    if (last > 0x01) throw this.malformed(`${what} does not fit a u64`, start);
    return value | (BigInt(last) << 63n);
  }

  #nextByte(what: string, start: number): number {
    const byte = this.offset < this.end ? this.bytes[this.offset] : undefined;
    if (byte === undefined) throw this.malformed(`ends inside the ${what}`, start);
    this.offset++;
    return byte;
  }

  /** Little-endian and not LEB128. */
  fixed(byteLength: 4 | 8 | 16, what: string): bigint {
    const { start } = this.skip(byteLength, what);
    let value = 0n;
    for (let byte = byteLength - 1; byte >= 0; byte--) value = (value << 8n) | BigInt(this.bytes[start + byte] ?? 0);
    return value;
  }

  /** See {@link https://webassembly.github.io/spec/core/binary/values.html#names | binary format, names}. */
  name(what: string): string {
    const start = this.offset;
    const length = this.u32(`${what} length`);
    const range = this.skip(length, what);
    if (length > limits.nameSize) {
      throw this.unsupported(`${what} has ${length} bytes, the limit is ${limits.nameSize}`, start);
    }
    try {
      return utf8.decode(this.bytes.subarray(range.start, range.end));
    } catch (cause) {
      throw this.malformed(`${what} is not UTF-8`, range.start, cause);
    }
  }
}
