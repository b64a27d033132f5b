import type { ByteReader } from "../byte-reader.ts";
import type { AddressType, Limits } from "../extern-type.ts";

/** What the flags before a pair of limits say. */
export interface FlaggedLimits {
  readonly limits: Limits;
  readonly shared: boolean;
  readonly index: AddressType;
}

/** Bits of the flags byte. */
const hasMax = 0x01;
const isShared = 0x02;
const is64 = 0x04;

/** Which of the flags the thing may have. */
export const tableFlags: number = hasMax | is64;
export const memoryFlags: number = hasMax | isShared | is64;

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#limits | binary format, limits}. */
export function decodeLimits(reader: ByteReader, allowedFlags: number): FlaggedLimits {
  const start = reader.offset;
  const flags = reader.byte("limits flags");
  if ((flags & ~allowedFlags) !== 0) {
    throw reader.unknown("limits flags", flags, start);
  }
  const shared = (flags & isShared) !== 0;
  const bounded = (flags & hasMax) !== 0;
  if (shared && !bounded) throw reader.malformed("a shared memory needs a maximum", start);
  const wide = (flags & is64) !== 0;
  const read = (what: string): bigint => (wide ? reader.u64(what) : BigInt(reader.u32(what)));
  const min = read("minimum");
  const limits: Limits = bounded ? { min, max: read("maximum") } : { min };
  if (limits.max !== undefined && limits.max < min) {
    throw reader.malformed(`minimum ${min} is larger than the maximum ${limits.max}`, start);
  }
  return { limits, shared, index: wide ? "i64" : "i32" };
}
