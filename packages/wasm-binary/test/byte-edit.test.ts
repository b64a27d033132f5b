import { type ByteEdit, offsetBefore, withEdits } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const bytesOf = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, "latin1"));
const edit = (start: number, end: number, put: string): ByteEdit => ({ start, end, bytes: bytesOf(put) });

const edits = [edit(2, 2, "XY"), edit(4, 6, "Z"), edit(8, 9, "")];

test("edits put in, replace and take away", () => {
  expect(text(withEdits(bytesOf("0123456789"), edits))).toBe("01XY23Z679");
  expect(text(withEdits(bytesOf("0123456789"), edits.slice(0, 1), { start: 1, end: 4 }))).toBe("1XY23");
});

test("every byte that is left has the offset that it had, and what was put in that of its place", () => {
  const offsets = Array.from({ length: 11 }, (_, offset) => offsetBefore(edits, offset));
  // 0 1 X Y 2 3 Z 6 7 9, and the end
  expect(offsets).toEqual([0, 1, 2, 2, 2, 3, 4, 6, 7, 9, 10]);
});
