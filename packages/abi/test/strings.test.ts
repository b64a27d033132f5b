import { type CanonicalAbi, maxStringByteLength, referenceAbi, type StringEncoding } from "@polyplug/abi";
import { describe, expect, test, vi } from "vitest";
import { failure } from "./failure.ts";
import { Guest, Speaker } from "./guest.ts";
import { implementations } from "./implementations.ts";
import { string } from "./types.ts";

const signature = { params: [{ name: "text", type: string }] };

/** The bytes that a string becomes, with what `realloc` was asked for on the way: old or new, sizes and alignment. */
function lowered(abi: CanonicalAbi, encoding: StringEncoding, text: string, unitSize: 1 | 2) {
  const speaker = new Speaker(abi, { encoding });
  const { guest } = speaker;
  const [pointer, length] = speaker.lowered(signature, text).map(Number);
  const units = (length ?? 0) % 2 ** 31;
  return { bytes: guest.bytes(pointer ?? 0, units * unitSize), length, reallocs: guest.reallocs };
}

function lifted(abi: CanonicalAbi, encoding: StringEncoding, length: number, ...bytes: number[]): unknown {
  const speaker = new Speaker(abi, { encoding });
  speaker.guest.write(64, ...bytes);
  return speaker.lifted(signature, 64, length)[0];
}

/** Lengths at which implementations may go another way. */
const around = [2, 9, 10, 11, 12, 23, 24, 25, 26, 1000];

describe.each(implementations)("$name: a string is lowered", (abi) => {
  test("as UTF-8 in one piece where it is ASCII", () => {
    expect(lowered(abi, "utf8", "abc", 1)).toEqual({ bytes: [97, 98, 99], length: 3, reallocs: [[0, 0, 1, 3]] });
  });

  test("as UTF-8 in a piece that is large enough where it is not", () => {
    expect(lowered(abi, "utf8", "aé", 1)).toEqual({
      bytes: [97, 0xc3, 0xa9],
      length: 3,
      // The specification leaves it open how to come to the size in the end. That no piece grows is what the adapter from
      // preview1 wants, which is in many components.
      reallocs:
        abi === referenceAbi
          ? [
              [0, 0, 1, 2],
              [1, 2, 1, 6],
              [1, 6, 1, 3],
            ]
          : [[0, 0, 1, 3]],
    });
    expect(lowered(abi, "utf8", "€", 1).reallocs).toEqual(
      abi === referenceAbi
        ? [
            [0, 0, 1, 1],
            [1, 1, 1, 3],
          ]
        : [[0, 0, 1, 3]],
    );
  });

  // Some are short to one implementation and long to another.
  test.for(around)("as UTF-16 of %s code units", (length) => {
    for (const [text, stored] of [
      ["ä€".repeat(length).slice(0, length), undefined],
      [`${"a".repeat(length - 2)}😀`, undefined],
      [`${"a".repeat(length - 1)}\ud83d`, `${"a".repeat(length - 1)}\ufffd`],
      [`\ude00${"a".repeat(length - 1)}`, `\ufffd${"a".repeat(length - 1)}`],
    ] as const) {
      const bytes = [...Buffer.from(stored ?? text, "utf16le")];
      expect(lowered(abi, "utf16", text, 2)).toEqual({ bytes, length, reallocs: [[0, 0, 2, 2 * length]] });
    }
  });

  test("as UTF-16", () => {
    const [high, low] = [0xd83d, 0xde00].map((unit) => [unit & 0xff, unit >> 8]);
    expect(lowered(abi, "utf16", "a😀", 2)).toEqual({
      bytes: [97, 0, ...(high ?? []), ...(low ?? [])],
      length: 3,
      reallocs: [[0, 0, 2, 6]],
    });
  });

  test("as Latin-1 where it can be", () => {
    expect(lowered(abi, "latin1+utf16", "aÿ", 1)).toEqual({ bytes: [97, 255], length: 2, reallocs: [[0, 0, 2, 2]] });
  });

  test("as UTF-16, tagged, where it cannot be Latin-1", () => {
    expect(lowered(abi, "latin1+utf16", "é€", 2)).toEqual({
      bytes: [0xe9, 0, 0xac, 0x20],
      length: 2 ** 31 + 2,
      reallocs: [
        [0, 0, 2, 2],
        [1, 2, 2, 4],
      ],
    });
  });

  test.each([
    ["utf8", 1, [97, 0xef, 0xbf, 0xbd, 98]],
    ["utf16", 2, [97, 0, 0xfd, 0xff, 98, 0]],
    ["latin1+utf16", 2, [97, 0, 0xfd, 0xff, 98, 0]],
  ] as const)("as %s with U+FFFD for half a surrogate pair", (encoding, unitSize, bytes) => {
    expect(lowered(abi, encoding, "a\udc00b", unitSize).bytes).toEqual(bytes);
  });

  test("unless it is longer than strings may be", () => {
    const text = "a".repeat(maxStringByteLength + 1);
    const error = failure(() => new Speaker(abi).lowered(signature, text));
    expect(error).toMatchObject({ code: "bad-argument", path: "text" });
    expect(error.reason).toBe("text: expected a string of at most 268435455 bytes, got one of 268435456");
  });
});

describe.each(implementations)("$name: a string is lifted", (abi) => {
  test("with the byte order mark that it begins with", () => {
    expect(lifted(abi, "utf8", 4, 0xef, 0xbb, 0xbf, 97)).toBe("\ufeffa");
    expect(lifted(abi, "utf16", 2, 0xff, 0xfe, 97, 0)).toBe("\ufeffa");
  });

  test.for(around)("from UTF-16 of %s code units, unless half a surrogate pair is among them", (length) => {
    for (const text of ["ä€".repeat(length).slice(0, length), `${"a".repeat(length - 2)}😀`]) {
      expect(lifted(abi, "utf16", length, ...Buffer.from(text, "utf16le"))).toBe(text);
    }
    for (const bad of [`${"a".repeat(length - 1)}\ud83d`, `\ude00${"a".repeat(length - 1)}`]) {
      const error = failure(() => lifted(abi, "utf16", length, ...Buffer.from(bad, "utf16le")));
      expect(error.reason).toBe("text: the string is not UTF-16");
    }
  });

  test("from Latin-1 and not from Windows-1252", () => {
    expect(lifted(abi, "latin1+utf16", 3, 0x80, 0x9f, 0xff)).toBe("\u0080\u009f\u00ff");
  });

  test("from Latin-1 of more bytes than a call takes arguments", () => {
    const guest = new Guest();
    guest.memory.grow(16);
    const [text] = new Speaker(abi, { encoding: "latin1+utf16" }, guest).lifted(signature, 64, 1_000_000);
    expect(text).toBe("\0".repeat(1_000_000));
  });

  test("from UTF-16 where the length says so", () => {
    expect(lifted(abi, "latin1+utf16", -(2 ** 31) + 1, 0xac, 0x20)).toBe("€");
  });
});

/** `Buffer` is what Node.js has; a browser and a worker of an edge runtime do without. */
describe.each(implementations)("$name, where there is no Buffer", (abi) => {
  test.each(["", "ascii", "é", "zwölf", `${"a".repeat(39)}€`, "a".repeat(500), "€".repeat(500)])(
    "%j is stored once, and comes back",
    (text) => {
      vi.stubGlobal("Buffer", undefined);
      const guest = new Guest();
      const speaker = new Speaker(abi, {}, guest);
      const [pointer = 0, length = 0] = speaker.lowered(signature, text);
      vi.unstubAllGlobals();
      const fresh = guest.reallocs.filter(([isAgain]) => isAgain === 0);
      expect(fresh).toHaveLength(1);
      expect(guest.bytes(Number(pointer), Number(length))).toEqual([...new TextEncoder().encode(text)]);
      expect(speaker.lifted(signature, pointer, length)).toEqual([text]);
    },
  );

  test("a string in UTF-16 is stored once, and comes back", () => {
    vi.stubGlobal("Buffer", undefined);
    const guest = new Guest();
    const speaker = new Speaker(abi, { encoding: "utf16" }, guest);
    const text = "zwölf €".repeat(50);
    const [pointer = 0, length = 0] = speaker.lowered(signature, text);
    expect(speaker.lifted(signature, pointer, length)).toEqual([text]);
    vi.unstubAllGlobals();
    expect(guest.reallocs).toEqual([[0, 0, 2, 2 * text.length]]);
  });
});
