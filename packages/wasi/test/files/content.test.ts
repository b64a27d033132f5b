import fc from "fast-check";
import { expect, test } from "vitest";
import { E, O, read, startFileGuest, write } from "./file-guest.ts";

const maxBytes = 300;
const offset = fc.integer({ min: 0, max: 320 });

const step = fc.oneof(
  fc.record({
    what: fc.constant("write" as const),
    at: offset,
    text: fc.string({ unit: "grapheme-ascii", maxLength: 80 }),
  }),
  fc.record({ what: fc.constant("resize" as const), at: offset, text: fc.constant("") }),
);

/** What a file of text is after a step, or the error number of one that changes nothing. */
function play(
  content: string,
  { what, at, text }: { what: "write" | "resize"; at: number; text: string },
): string | number {
  const end = what === "resize" ? at : Math.max(content.length, at + text.length);
  if (what === "write" && text === "") return content;
  if (end > maxBytes && end !== content.length) return E.nospc;
  const padded = content.padEnd(end, "\0").slice(0, end);
  return what === "resize" ? padded : padded.slice(0, at) + text + padded.slice(at + text.length);
}

test.each(["", "what it began with, shared with others, and longer than one line"])(
  "a file has the bytes that were written to it, wherever, and zeros between them (%j)",
  async (before) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), offset, fc.nat(100), async (steps, from, length) => {
        const guest = await startFileGuest({ file: before }, { maxBytes });
        const fd = guest.open("file", { flags: O.creat, rights: read | write });
        let content = before;
        for (const one of steps) {
          const next = play(content, one);
          const errno =
            one.what === "write" ? guest.pwrite(fd, one.text, BigInt(one.at)) : guest.resize(fd, BigInt(one.at));
          expect([one, errno]).toEqual([one, typeof next === "number" ? next : E.success]);
          if (typeof next === "string") content = next;
          expect(guest.pread(fd, 400, 0n)).toBe(content);
          expect(guest.pread(fd, length, BigInt(from))).toBe(content.slice(from, from + length));
        }
        expect(guest.fstat(fd)).toMatchObject({ size: content.length });
      }),
      { numRuns: 300 },
    );
  },
);
