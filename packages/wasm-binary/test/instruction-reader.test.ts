import { readFile } from "node:fs/promises";
import type {} from "@polyplug/built-guests";
import { ByteWriter, decodeModule, encodeModule, InstructionReader, readBody } from "@polyplug/wasm-binary";
import { describe, expect, inject, test } from "vitest";
import { failure } from "./failure.ts";
import { type IndexRow, indexOfInstructions, nothing } from "./index-of-instructions.ts";

/** A reader over these instructions, which are those of the only function of a module. */
function readerOf(instructions: readonly number[] | Uint8Array): InstructionReader {
  const module = decodeModule(
    encodeModule({
      type: Uint8Array.of(1, 0x60, 0, 0),
      function: Uint8Array.of(1, 0),
      code: new ByteWriter()
        .u32(1)
        .sized((body) => body.u32(0).raw(instructions))
        .toBytes(),
    }),
  );
  return new InstructionReader(module, readBody(module, 0).instructions);
}

interface Opcode {
  /** As the reader says it. */
  readonly opcode: number;
  /** As the binary does. */
  readonly written: readonly number[];
}

function opcode(prefix: number | undefined, code: number): Opcode {
  if (prefix === undefined) return { opcode: code, written: [code] };
  return { opcode: prefix * 0x1000 + code, written: [prefix, ...new ByteWriter().u32(code).toBytes()] };
}

const opcodesOf = ({ prefix, opcodes }: IndexRow): Opcode[] =>
  opcodes
    .map((one) => (typeof one === "number" ? ([one, one] as const) : one))
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, more) => opcode(prefix, first + more)));

/** `array.copy 131 5`: nothing that a walk which has lost its way would come upon. */
const marker = [0xfb, 0x11, 0x83, 0x01, 0x05];
const markerOpcode = 0xfb_011;

describe("walks over", () => {
  test.each(indexOfInstructions)("$what", (row) => {
    for (const { opcode, written } of opcodesOf(row)) {
      for (const immediates of row.immediates) {
        const reader = readerOf([...written, ...immediates, ...marker]);
        const start = reader.offset;
        const end = start + written.length + immediates.length;
        expect(reader.next()).toBe(true);
        expect(reader).toMatchObject({ opcode, start, immediates: start + written.length, offset: end });
        expect(reader.next()).toBe(true);
        expect(reader).toMatchObject({ opcode: markerOpcode, start: end, offset: end + marker.length });
        expect(reader.next()).toBe(false);
      }
    }
  });
});

describe("finds malformed, wherever it breaks off,", () => {
  const isLong = ({ prefix, immediates }: IndexRow): boolean => prefix !== undefined || immediates !== nothing;

  test.each(indexOfInstructions.filter(isLong))("$what", (row) => {
    for (const { written } of opcodesOf(row)) {
      for (const immediates of row.immediates) {
        const whole = [...written, ...immediates];
        expect(whole.length).toBeGreaterThan(1);
        for (let length = 1; length < whole.length; length++) {
          const reader = readerOf(whole.slice(0, length));
          const { offset } = reader;
          const why = `it ends in the middle of an instruction (at offset 0x${offset.toString(16)})`;
          expect(failure(() => reader.next())).toMatchObject({
            code: "malformed",
            offset,
            message: `cannot decode module: code section: ${why}`,
          });
        }
      }
    }
  });
});

describe("opcodes that the index does not have", () => {
  const known = new Set(indexOfInstructions.flatMap((row) => opcodesOf(row)).map(({ opcode }) => opcode));
  const single = Array.from({ length: 0xfb }, (_, code) => opcode(undefined, code));
  const prefixed = [0xfb, 0xfc, 0xfd, 0xfe].flatMap((prefix) => [
    ...Array.from({ length: 0x400 }, (_, code) => opcode(prefix, code)),
    opcode(prefix, 2 ** 32 - 1),
  ]);
  const unknown = [...single, ...prefixed, opcode(undefined, 0xff)].filter(({ opcode }) => !known.has(opcode));

  test("are unsupported, with their offset", () => {
    expect(unknown.length).toBeGreaterThan(3_000);
    for (const { opcode, written } of unknown) {
      const reader = readerOf([0x01, ...written, 0, 0, 0, 0, 0x0b]);
      reader.next();
      const { offset } = reader;
      const error = failure(() => reader.next());
      const why = `the opcode 0x${opcode.toString(16)} is not known (at offset 0x${offset.toString(16)})`;
      expect(error).toMatchObject({ code: "unsupported", offset, reason: `code section: ${why}` });
    }
  });
});

describe("integers", () => {
  test("may be written with more bytes than they take", () => {
    const reader = readerOf([0xfc, 0x8a, 0x80, 0x00, 0x81, 0x00, 0x80, 0x80, 0x00, 0x0b]);
    expect(reader.next()).toBe(true);
    expect(reader.opcode).toBe(0xfc_00a);
    expect(reader.numbers(2)).toEqual([1, 0]);
    expect(reader.next()).toBe(true);
    expect(reader.opcode).toBe(0x0b);
  });

  test("of an opcode or a count are at most five bytes", () => {
    for (const instruction of [[0xfc], [0x0e], [0x1c], [0x1f, 0x40], [0x28]]) {
      const reader = readerOf([...instruction, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00, 0x0b]);
      const { offset } = reader;
      expect(failure(() => reader.next())).toMatchObject({ code: "malformed", offset });
    }
  });
});

describe("labels", () => {
  const labelsOf = (instruction: readonly number[] | Uint8Array): readonly number[] => {
    const reader = readerOf(instruction);
    reader.next();
    const { offset } = reader;
    const labels = reader.labels();
    expect(reader.offset).toBe(offset);
    return labels;
  };

  test.each([
    { what: "br", instruction: [0x0c, 0x85, 0x01], labels: [133] },
    { what: "br_if", instruction: [0x0d, 3], labels: [3] },
    { what: "br_table, the default last", instruction: [0x0e, 3, 4, 0x81, 0x01, 4, 0], labels: [4, 129, 4, 0] },
    { what: "br_table with its default alone", instruction: [0x0e, 0, 6], labels: [6] },
    { what: "br_on_null", instruction: [0xd5, 2], labels: [2] },
    { what: "br_on_non_null", instruction: [0xd6, 2], labels: [2] },
    { what: "br_on_cast", instruction: [0xfb, 0x18, 3, 0x87, 0x01, 0x6e, 0x6b], labels: [135] },
    { what: "br_on_cast_fail", instruction: [0xfb, 0x19, 0, 1, 0x05, 0x06], labels: [1] },
    { what: "try_table", instruction: [0x1f, 0x64, 9, 4, 0, 7, 1, 1, 7, 2, 2, 3, 3, 4], labels: [1, 2, 3, 4] },
    { what: "rethrow", instruction: [0x09, 1], labels: [1] },
    { what: "delegate", instruction: [0x18, 1], labels: [1] },
    { what: "block", instruction: [0x02, 0x40], labels: [] },
    { what: "call", instruction: [0x10, 1], labels: [] },
    { what: "return", instruction: [0x0f], labels: [] },
  ])("of $what", ({ instruction, labels }) => {
    expect(labelsOf(instruction)).toEqual(labels);
  });

  test("of a br_table with 65,520 of them, each of three bytes", () => {
    const all = Array.from({ length: 65_521 }, (_, index) => 0x4000 + (index % 0x100));
    const table = new ByteWriter().byte(0x0e).u32(all.length - 1);
    for (const label of all) table.u32(label);
    expect(labelsOf(table.toBytes())).toEqual(all);
  });

  test("of a br_table that says more than there is are not waited for", () => {
    const reader = readerOf([0x0e, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0x0b]);
    const { offset } = reader;
    expect(failure(() => reader.next())).toMatchObject({ code: "malformed", offset });
  });
});

test("numbers are read without leaving the instruction", () => {
  const reader = readerOf([0x11, 0x83, 0x01, 0x02, 0x0b]);
  reader.next();
  expect(reader.numbers(2)).toEqual([131, 2]);
  expect(reader.numbers(1)).toEqual([131]);
  reader.next();
  expect(reader.opcode).toBe(0x0b);
});

test("there is nothing to read in an empty range", () => {
  const module = decodeModule(encodeModule({}));
  expect(new InstructionReader(module, { start: 8, end: 8 }).next()).toBe(false);
});

describe("the functions of the guests", () => {
  const guests = inject("guests");

  test.each(guests)("$topic $language $target: each ends where its last `end` does", async ({ path }) => {
    const module = decodeModule(await readFile(path));
    expect(module.bodies.length).toBeGreaterThan(0);
    for (const [position, body] of module.bodies.entries()) {
      const reader = new InstructionReader(module, readBody(module, position).instructions);
      let depth = 1;
      while (reader.next()) {
        if ((reader.opcode >= 0x02 && reader.opcode <= 0x04) || reader.opcode === 0x06 || reader.opcode === 0x1f)
          depth++;
        if (reader.opcode === 0x0b || reader.opcode === 0x18) depth--;
        // Nothing follows the `end` of the function itself.
        if (depth === 0) break;
      }
      expect([depth, reader.opcode, reader.offset]).toEqual([0, 0x0b, body.end]);
    }
  });
});
