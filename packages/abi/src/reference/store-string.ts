import { maxStringByteLength } from "../limits.ts";
import { describe } from "../values/describe.ts";
import type { CallContext } from "./call-context.ts";
import type { StoredRange } from "./store-list.ts";
import { utf16Tag } from "./string-encoding.ts";

export function storeString(cx: CallContext, value: unknown, pointer: number): void {
  const stored = storeStringIntoRange(cx, value);
  cx.view.setUint32(pointer, stored.pointer, true);
  cx.view.setUint32(pointer + 4, stored.length, true);
}

/**
 * Puts a string into memory that the guest allocates for it; its length is in code units, tagged where the encoding asks
 * for that. A surrogate without its other half becomes U+FFFD.
 */
export function storeStringIntoRange(cx: CallContext, value: unknown): StoredRange {
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

/** Allocates for ASCII first and, where the string goes beyond, for the worst case, and then gives back what is over. */
function storeUtf16ToUtf8(cx: CallContext, source: string): StoredRange {
  const { length } = source;
  const encoded = new TextEncoder().encode(source);
  checkByteLength(cx, encoded.length);
  let pointer = cx.allocate(1, length);
  const ascii = encoded.findIndex((byte) => byte >= 2 ** 7);
  if (ascii === -1) {
    cx.bytes(pointer, length).set(encoded);
    return { pointer, length };
  }
  cx.bytes(pointer, ascii).set(encoded.subarray(0, ascii));
  const worstCase = length * 3;
  pointer = cx.reallocate(pointer, length, 1, worstCase);
  cx.bytes(pointer + ascii, encoded.length - ascii).set(encoded.subarray(ascii));
  if (worstCase > encoded.length) pointer = cx.reallocate(pointer, worstCase, 1, encoded.length);
  return { pointer, length: encoded.length };
}

function storeUtf16(cx: CallContext, source: string): StoredRange {
  const { length } = source;
  checkByteLength(cx, 2 * length);
  const pointer = cx.allocate(2, 2 * length);
  writeCodeUnits(cx, pointer, wellFormed(source));
  return { pointer, length };
}

/** Allocates for Latin-1 first and, where the string goes beyond, for UTF-16. */
function storeToLatin1OrUtf16(cx: CallContext, source: string): StoredRange {
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

function writeCodeUnits({ view }: CallContext, pointer: number, text: string): void {
  for (let index = 0; index < text.length; index++) view.setUint16(pointer + 2 * index, text.charCodeAt(index), true);
}

/** As many code units as before. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function checkByteLength(cx: CallContext, byteLength: number): void {
  if (byteLength <= maxStringByteLength) return;
  throw cx.misfit(`expected a string of at most ${maxStringByteLength} bytes, got one of ${byteLength}`);
}
