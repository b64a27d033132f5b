import { PluginError } from "@polyplug/errors";

const utf8 = new TextEncoder();

/**
 * Writes the binary format's values in order, integers in as few bytes as they take. A value that does not fit its type
 * is refused: `cannot encode module: 4294967296 does not fit a u32`.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/values.html | binary format, values}.
 */
export class ByteWriter {
  #bytes: Uint8Array = new Uint8Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A copy of what was written so far. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  byte(value: number): this {
    checkRange(value, 0, 0x100, "byte");
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  /** Bytes as they are, without a length before them. */
  raw(bytes: Uint8Array | readonly number[]): this {
    if (!(bytes instanceof Uint8Array)) {
      for (const byte of bytes) this.byte(byte);
      return this;
    }
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** See {@link https://webassembly.github.io/spec/core/binary/values.html#integers | binary format, integers}. */
  u32(value: number): this {
    checkRange(value, 0, 2 ** 32, "u32");
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    return this.byte(rest);
  }

  u64(value: bigint): this {
    if (value !== BigInt.asUintN(64, value)) throw misfit(value, "u64");
    let rest = value;
    for (; rest >= 0x80n; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
    return this.byte(Number(rest));
  }

  s32(value: number): this {
    checkRange(value, -(2 ** 31), 2 ** 31, "s32");
    return this.#signed(BigInt(value));
  }

  s33(value: number): this {
    checkRange(value, -(2 ** 32), 2 ** 32, "s33");
    return this.#signed(BigInt(value));
  }

  s64(value: bigint): this {
    if (value !== BigInt.asIntN(64, value)) throw misfit(value, "s64");
    return this.#signed(value);
  }

  #signed(value: bigint): this {
    let rest = value;
    // The last byte's bit 6 is the sign, so the value must fit in what remains beside it.
    for (; rest < -0x40n || rest >= 0x40n; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
    return this.byte(Number(rest & 0x7fn));
  }

  /** Little-endian and not LEB128. */
  fixed(value: bigint, byteLength: 4 | 8 | 16): this {
    if (value !== BigInt.asUintN(8 * byteLength, value)) throw misfit(value, `${8 * byteLength}-bit value`);
    for (let index = 0; index < byteLength; index++) this.byte(Number((value >> BigInt(8 * index)) & 0xffn));
    return this;
  }

  /**
   * A string as UTF-8 after its length in bytes. A lone surrogate is refused, as UTF-8 cannot say it.
   *
   * See {@link https://webassembly.github.io/spec/core/binary/values.html#names | binary format, names}.
   */
  name(value: string): this {
    if (/\p{Surrogate}/u.test(value)) throw misfit(JSON.stringify(value), "name");
    const bytes = utf8.encode(value);
    return this.u32(bytes.length).raw(bytes);
  }

  /** See {@link https://webassembly.github.io/spec/core/binary/conventions.html#lists | binary format, lists}. */
  list<T>(entries: readonly T[], write: (writer: ByteWriter, entry: T) => void): this {
    this.u32(entries.length);
    for (const entry of entries) write(this, entry);
    return this;
  }

  /** What `write` writes, after its size in bytes: a section, a function body, a subsection. */
  sized(write: (writer: ByteWriter) => void): this {
    const inner = new ByteWriter();
    write(inner);
    this.u32(inner.length);
    return this.raw(inner.#bytes.subarray(0, inner.#length));
  }

  /** See {@link https://webassembly.github.io/spec/core/binary/modules.html#sections | binary format, sections}. */
  section(id: number, content: Uint8Array): this {
    return this.byte(id).u32(content.length).raw(content);
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

function checkRange(value: number, least: number, bound: number, type: string): void {
  if (!Number.isInteger(value) || value < least || value >= bound) throw misfit(value, type);
}

function misfit(value: number | bigint | string, type: string): PluginError {
  const article = type.startsWith("s") ? "an" : "a";
  return new PluginError({
    code: "bad-argument",
    action: "encode module",
    reason: `${value} does not fit ${article} ${type}`,
  });
}
