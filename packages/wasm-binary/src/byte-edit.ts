import { ByteWriter } from "./byte-writer.ts";

/** Bytes of a module that others take the place of; where `start` is `end` nothing is taken away. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
  /** Of what they are copies of: where the byte comes from that is so far from their beginning. Default: from `start`. */
  readonly origin?: ((distance: number) => number) | undefined;
}

/** A copy of the range of `bytes` with the edits in it, which are in order and do not overlap. Default: all of them. */
export function withEdits(
  bytes: Uint8Array,
  edits: readonly ByteEdit[],
  { start, end }: { readonly start: number; readonly end: number } = { start: 0, end: bytes.length },
): Uint8Array {
  const writer = new ByteWriter();
  let from = start;
  for (const edit of edits) {
    writer.raw(bytes.subarray(from, edit.start)).raw(edit.bytes);
    from = edit.end;
  }
  return writer.raw(bytes.subarray(from, end)).toBytes();
}

/** Where the byte at `offset` was before the edits. What they put in was where they are. */
export function offsetBefore(edits: readonly ByteEdit[], offset: number): number {
  let before = offset;
  for (const { start, end, bytes, origin } of edits) {
    if (before < start) break;
    if (before < start + bytes.length) return origin?.(before - start) ?? start;
    before -= bytes.length - (end - start);
  }
  return before;
}
