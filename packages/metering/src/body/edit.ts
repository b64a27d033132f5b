import type { ByteWriter } from "@polyplug/wasm-binary";

/** Bytes of a module that others take the place of; where `start` is `end` nothing is taken away. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** Writes the range of `bytes` with the edits in it, which are in order and do not overlap. */
export function writeEdited(
  writer: ByteWriter,
  bytes: Uint8Array,
  range: { readonly start: number; readonly end: number },
  edits: readonly Edit[],
): void {
  let from = range.start;
  for (const edit of edits) {
    writer.raw(bytes.subarray(from, edit.start)).raw(edit.bytes);
    from = edit.end;
  }
  writer.raw(bytes.subarray(from, range.end));
}
