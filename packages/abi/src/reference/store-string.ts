import { maxStringByteLength } from "../limits.ts";
import { describe } from "../values/describe.ts";
import type { Faults } from "../values/faults.ts";
import { decode } from "./load-string.ts";
import type { MemoryContext } from "./memory-context.ts";
import type { StoredRange } from "./store-list.ts";
import { utf16Tag } from "./string-encoding.ts";

export function storeString(cx: MemoryContext, value: unknown, pointer: number): void {
  const stored = storeStringIntoRange(cx, value);
  cx.view.setUint32(pointer, stored.pointer, true);
  cx.view.setUint32(pointer + 4, stored.length, true);
}

/**
 * Puts a string into memory that the guest allocates for it; its length is in code units, tagged where the encoding asks
 * for that. A surrogate without its other half becomes U+FFFD.
 */
export function storeStringIntoRange(cx: MemoryContext, value: unknown): StoredRange {
  if (cx.options.strings === "viewed" && value instanceof Uint8Array) {
    return storeStringIntoRange(cx, decode(cx, "utf-8", value));
  }
  if (typeof value !== "string") throw cx.misfit(`expected a string, got ${describe(value)}`);
  checkByteLength(cx, value.length);
  switch (cx.options.encoding) {
    case "utf8":
      return storeUtf16ToUtf8(cx, value);
    case "utf16":
      return storeUtf16(cx, value);
    case "latin1+utf16":
      return storeToLatin1OrUtf16(cx, value);
  }
}

const encoder = new TextEncoder();

/** Allocates for ASCII first and, where the string goes beyond, for the worst case, and then gives back what is over. */
function storeUtf16ToUtf8(cx: MemoryContext, source: string): StoredRange {
  const { length } = source;
  const worstCase = length * 3;
  if (worstCase > maxStringByteLength) checkByteLength(cx, encoder.encode(source).length);
  const ascii = source.search(/[^\0-\x7f]/);
  let pointer = cx.allocate(1, length);
  const { written } = encoder.encodeInto(source.slice(0, ascii === -1 ? length : ascii), cx.bytes(pointer, length));
  if (ascii === -1) return { pointer, length };
  pointer = cx.reallocate(pointer, length, 1, worstCase);
  const rest = encoder.encodeInto(source.slice(ascii), cx.bytes(pointer + written, worstCase - written));
  const encoded = written + rest.written;
  if (worstCase > encoded) pointer = cx.reallocate(pointer, worstCase, 1, encoded);
  return { pointer, length: encoded };
}

function storeUtf16(cx: MemoryContext, source: string): StoredRange {
  const { length } = source;
  checkByteLength(cx, 2 * length);
  const pointer = cx.allocate(2, 2 * length);
  writeCodeUnits(cx, pointer, wellFormed(source));
  return { pointer, length };
}

/** Allocates for Latin-1 first and, where the string goes beyond, for UTF-16. */
function storeToLatin1OrUtf16(cx: MemoryContext, source: string): StoredRange {
  const { length } = source;
  const text = wellFormed(source);
  const latin1 = text.search(/[^\0-\xff]/);
  if (latin1 !== -1) checkByteLength(cx, 2 * length);
  const pointer = cx.allocate(2, length);
  const bytes = cx.bytes(pointer, length);
  for (let index = 0; index < (latin1 === -1 ? length : latin1); index++) bytes[index] = text.charCodeAt(index);
  if (latin1 === -1) return { pointer, length };
  const moved = cx.reallocate(pointer, length, 2, 2 * length);
  writeCodeUnits(cx, moved, text);
  return { pointer: moved, length: length + utf16Tag };
}

function writeCodeUnits({ view }: MemoryContext, pointer: number, text: string): void {
  for (let index = 0; index < text.length; index++) view.setUint16(pointer + 2 * index, text.charCodeAt(index), true);
}

/** As many code units as before. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Throws for a string of the host's that takes more bytes than one may. */
export function checkByteLength(faults: Faults, byteLength: number): void {
  if (byteLength <= maxStringByteLength) return;
  throw faults.misfit(`expected a string of at most ${maxStringByteLength} bytes, got one of ${byteLength}`);
}
