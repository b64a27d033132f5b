import type { Errno } from "./errno.ts";
import { errno } from "./errno.ts";
import type { GuestMemory } from "./guest-memory.ts";

const pointerSize = 4;

/** Writes the number of texts and the bytes that they take with their NULs. */
export function writeTextSizes(
  memory: GuestMemory,
  texts: readonly Uint8Array[],
  countAt: number,
  bytesAt: number,
): Errno {
  memory.check(countAt, 4);
  memory.check(bytesAt, 4);
  memory.writeU32(countAt, texts.length);
  memory.writeU32(bytesAt, byteLength(texts));
  return errno.success;
}

/** Writes the texts one after the other, each with a NUL, and where each of them begins. */
export function writeTexts(
  memory: GuestMemory,
  texts: readonly Uint8Array[],
  pointersAt: number,
  bufferAt: number,
): Errno {
  memory.check(pointersAt, texts.length * pointerSize);
  memory.check(bufferAt, byteLength(texts));
  let at = bufferAt;
  for (const [index, text] of texts.entries()) {
    memory.writeU32(pointersAt + index * pointerSize, at);
    memory.writeBytes(at, text);
    memory.writeU8(at + text.length, 0);
    at += text.length + 1;
  }
  return errno.success;
}

function byteLength(texts: readonly Uint8Array[]): number {
  return texts.reduce((sum, text) => sum + text.length + 1, 0);
}
