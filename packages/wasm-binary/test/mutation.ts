import { type Module, readDataSegments } from "@polyplug/wasm-binary";

/** Numbers from 0 up to, but not including, `bound`, the same ones for the same seed (mulberry32). */
export type Random = (bound: number) => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound) | 0;
  };
}

const wholeId = new Set([10, 11]);

/**
 * Where a fault says most about a decoder: the header, each section's id, size and first bytes, everything in sections
 * other than code, data and custom ones, and the sizes of bodies and segments.
 */
export function structuralOffsets(module: Module): readonly number[] {
  const { sections, bodies, customs, bytes } = module;
  const offsets = new Set<number>();
  const add = (start: number, end: number): void => {
    for (let offset = Math.max(start, 0); offset < Math.min(end, bytes.length); offset++) offsets.add(offset);
  };
  add(0, 8);
  for (const { id, start, content, end } of sections)
    add(start, wholeId.has(id) ? content + 8 : Math.min(end, content + 4_096));
  for (const { start } of bodies.slice(0, 500)) add(start - 3, start + 3);
  for (const { start } of readDataSegments(module).slice(0, 500)) add(start - 8, start);
  for (const { offset } of customs) add(offset - 2, offset + 8);
  return [...offsets];
}

/** Bytes at which formats tend to break: ends of ranges, continuation bits, codes of types. */
const telling = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x0b, 0x40, 0x5e, 0x5f, 0x60, 0x63, 0x64, 0x6f, 0x70, 0x0f, 0x10];

/** A changed stretch of a buffer and how to take it back. */
export interface Mutation {
  /** The bytes to decode: all of the buffer, or its beginning. */
  readonly bytes: Uint8Array;
  undo(): void;
}

/** Changes up to four bytes of `buffer` in place, or cuts it short. No copy is made, so large guests cost no more. */
export function mutate(buffer: Uint8Array, structural: readonly number[], random: Random): Mutation {
  const pick = (): number => (random(10) < 8 ? (structural[random(structural.length)] ?? 0) : random(buffer.length));
  if (random(20) === 0) return { bytes: buffer.subarray(0, pick()), undo: () => undefined };
  const changed = Array.from({ length: 1 + random(4) }, () => {
    const offset = pick();
    const before = buffer[offset] ?? 0;
    buffer[offset] = mutateByte(before, random);
    return { offset, before };
  });
  return {
    bytes: buffer,
    undo() {
      for (const { offset, before } of changed.reverse()) buffer[offset] = before;
    },
  };
}

function mutateByte(byte: number, random: Random): number {
  switch (random(4)) {
    case 0:
      return byte ^ (1 << random(8));
    case 1:
      return byte + (random(2) === 0 ? 1 : -1);
    case 2:
      return telling[random(telling.length)] ?? 0;
    default:
      return random(256);
  }
}
