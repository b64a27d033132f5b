import { createHash } from "node:crypto";

/** The sha256 of several pieces, in hexadecimal. Each counts with its length, so that no two lists run into one. */
export function contentHash(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}
