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
  const added = edits.reduce((sum, edit) => sum + edit.bytes.length - (edit.end - edit.start), 0);
  const written = new Uint8Array(end - start + added);
  let from = start;
  let at = 0;
  for (const edit of edits) {
    written.set(bytes.subarray(from, edit.start), at);
    at += edit.start - from;
    written.set(edit.bytes, at);
    at += edit.bytes.length;
    from = edit.end;
  }
  written.set(bytes.subarray(from, end), at);
  return written;
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
