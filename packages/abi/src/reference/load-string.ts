import type { Faults } from "../values/faults.ts";
import { checkLifted } from "./check-lifted.ts";
import type { MemoryContext } from "./memory-context.ts";
import { utf16Tag } from "./string-encoding.ts";

export function loadString(cx: MemoryContext, pointer: number): string {
  const begin = cx.view.getUint32(pointer, true);
  const taggedCodeUnits = cx.view.getUint32(pointer + 4, true);
  return loadStringFromRange(cx, begin, taggedCodeUnits);
}

/** The string at a place that the guest named. A byte order mark at its start is a character like any other. */
export function loadStringFromRange(cx: MemoryContext, pointer: number, taggedCodeUnits: number): string {
  switch (cx.options.encoding) {
    case "utf8":
      return decode(cx, "utf-8", checked(cx, pointer, 1, taggedCodeUnits));
    case "utf16":
      return decode(cx, "utf-16le", checked(cx, pointer, 2, 2 * taggedCodeUnits));
    case "latin1+utf16":
      if (taggedCodeUnits < utf16Tag) return decodeLatin1(checked(cx, pointer, 2, taggedCodeUnits));
      return decode(cx, "utf-16le", checked(cx, pointer, 2, 2 * (taggedCodeUnits - utf16Tag)));
  }
}

function checked(cx: MemoryContext, pointer: number, alignment: number, byteLength: number): Uint8Array {
  checkLifted(cx, "string", pointer, alignment, byteLength, byteLength);
  return cx.bytes(pointer, byteLength);
}

/** Made when they are wanted: Node.js takes a millisecond for its first UTF-16 decoder. */
const decoders = new Map<string, TextDecoder>();

function decoderOf(encoding: string): TextDecoder {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  decoders.set(encoding, decoder);
  return decoder;
}

export function decode(cx: Faults, encoding: "utf-8" | "utf-16le", bytes: Uint8Array): string {
  // No decoder of the platform reads what another thread may change meanwhile.
  const own = bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
  try {
    return decoderOf(encoding).decode(own);
  } catch (cause) {
    // The one thing that a fatal decoder throws for bytes that are there.
    if (cause instanceof TypeError) throw cx.trap(`the string is not ${encoding === "utf-8" ? "UTF-8" : "UTF-16"}`);
    throw cause;
  }
}

/** No decoder of the platform does this: what the Encoding standard calls `latin1` is Windows-1252. */
function decodeLatin1(bytes: Uint8Array): string {
  // Arguments go on the stack, so not all at once.
  const chunk = 8192;
  let text = "";
  for (let start = 0; start < bytes.length; start += chunk) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return text;
}
