import { loadPlugin } from "@polyplug/host";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

type Bytes = readonly number[];

/** Its one instruction is 3 bytes into the code section, behind counts of functions, bytes and locals. */
const trapping = wat('(module (func (export "end") unreachable))');

const u32 = (value: number): Bytes => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
const text = (value: string): Bytes => [...Buffer.from(value), 0];
const uleb = (value: number): Bytes => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...uleb(value >>> 7)]);

function withSections(sections: Readonly<Record<string, Bytes>>): Uint8Array<ArrayBuffer> {
  const customs = Object.entries(sections).flatMap(([name, content]) => {
    const body = [...uleb(name.length), ...Buffer.from(name), ...content];
    return [0, ...uleb(body.length), ...body];
  });
  return Uint8Array.from([...trapping, ...customs]);
}

/** The standard opcodes' operands, of which a header tells. */
const operands = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];
const setAddress = (address: number): Bytes => [0, 5, 2, ...u32(address)];
const endSequence = [0, 1, 1];
/** Line 7, column 5 of the first file, at the addresses 2 to 5. */
const program = [...setAddress(2), 5, 5, 3, 6, 1, 2, 4, ...endSequence];

function unit(version: number, names: Bytes, code: Bytes = program, lineRange = 14): Bytes {
  const start = version >= 5 ? [4, 0] : [];
  const header = [1, ...(version >= 4 ? [1] : []), 1, 0xfb, lineRange, operands.length + 1, ...operands, ...names];
  const body = [version, 0, ...start, ...u32(header.length), ...header, ...code];
  return [...u32(body.length), ...body];
}

/** Up to version 4: directories, then files with a directory, a time and a size. */
const oldNames = [...text("include"), 0, ...text("plugin.c"), 0, 0, 0, ...text("plugin.h"), 1, 0, 0, 0];
/** Directories as texts, files as a place in `.debug_line_str`, a directory and a hash. */
const newNames = (file: Bytes): Bytes => [
  ...[1, 1, 0x08, 2, ...text("/sources"), ...text("/sources/src")],
  ...[3, 1, 0x1f, 2, 0x0b, 5, 0x1e, 2],
  ...[...file, 1, ...Array(16).fill(0)],
  ...[...file, 1, ...Array(16).fill(0)],
];

async function pathOf(sections: Readonly<Record<string, Bytes>>): Promise<string | undefined> {
  const plugin = await loadPlugin<{ end(): void }>(withSections(sections), { name: "shout" });
  const error = await failure(() => plugin.exports.end());
  const { path, frames, stack } = error;
  expect(error).toMatchObject({ code: "trap", reason: `trap: unreachable${path === undefined ? "" : ` (${path})`}` });
  expect(frames).toMatchObject([{ index: 0 }]);
  expect(frames?.[0]?.place).toBe(path);
  expect(stack).toContain(`\n    at func[0] (${path ?? `shout.wasm:0x${frames?.[0]?.offset.toString(16)}`})\n`);
  return path;
}

describe("the line of a trap is the one that debug information has", () => {
  test.for([2, 3, 4])("of version %s", async (version) => {
    expect(await pathOf({ ".debug_line": unit(version, oldNames) })).toBe("plugin.c:7:5");
  });

  test("of version 5, whose texts lie elsewhere", async () => {
    const sections = { ".debug_line": unit(5, newNames(u32(4))), ".debug_line_str": [...u32(0), ...text("a.rs")] };
    expect(await pathOf(sections)).toBe("src/a.rs:7:5");
  });

  test("by special opcodes, and by one that nobody knows", async () => {
    // 8 bytes of address that are nothing yet, line 3 + 1 by the opcode, one address further.
    const code = [...setAddress(2), 3, 2, 12, 0x80, 0x01, 0, 3, 0x7f, 1, 2, 13 + 5 + 1, 13 + 14 * 3, ...endSequence];
    expect(await pathOf({ ".debug_line": unit(4, oldNames, code) })).toBe("plugin.c:4");
  });

  test("of a file below a directory", async () => {
    const code = [...setAddress(2), 4, 2, 1, 2, 4, ...endSequence];
    expect(await pathOf({ ".debug_line": unit(4, oldNames, code) })).toBe("include/plugin.h:1");
  });

  test("of the second unit, where the first is of something else", async () => {
    const other = unit(4, oldNames, [...setAddress(90), 1, 2, 9, ...endSequence]);
    expect(await pathOf({ ".debug_line": [...other, ...unit(4, oldNames)] })).toBe("plugin.c:7:5");
  });
});

describe("a trap without a line has none", () => {
  test.for([
    ["no unit is of its code", unit(4, oldNames, [...setAddress(90), 1, 2, 9, ...endSequence])],
    ["the row has no line", unit(4, oldNames, [...setAddress(2), 3, 0x7f, 1, 2, 4, ...endSequence])],
    ["its function was left out", unit(4, oldNames, [...setAddress(0), 1, 2, 9, ...endSequence])],
    ["so was what follows there", unit(4, oldNames, [...setAddress(0), 1, 2, 1, 1, 2, 9, 1, ...endSequence])],
    ["its file is not in the list", unit(4, oldNames, [...setAddress(2), 4, 9, 1, 2, 4, ...endSequence])],
    ["the file is of a library", unit(4, [0, ...text("/rustc/a/lib.rs"), 0, 0, 0, 0])],
    ["it is 64-bit DWARF", [...u32(0xffffffff), ...unit(4, oldNames)]],
    ["it is of a version that is to come", unit(6, oldNames)],
    ["lines cannot be computed", unit(4, oldNames, program, 0)],
    ["a name has a form that nobody knows", unit(5, [0, 0, 1, 1, 0x7f, 1, 0])],
    ["a text lies beyond its section", unit(5, newNames(u32(0xffffffff)))],
    ["a list has more entries than bytes", unit(5, [0, 0, 1, 1, 0x08, 0xff, 0xff, 0xff, 0xff, 0x7f])],
    ["entries of a list have no content", unit(5, [0, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0xff, 0xff, 0xff, 0xff, 0x7f])],
    ["a number has no end", unit(4, oldNames, [2, ...Array(40).fill(0xff)])],
    ["the section ends in the middle", unit(4, oldNames).slice(0, 30)],
    ["it is empty", []],
  ] as const)("where %s", async ([, lines]) => {
    const plugin = await loadPlugin<{ end(): void }>(withSections({ ".debug_line": lines }));
    const error = await failure(() => plugin.exports.end());
    expect(error).toMatchObject({ code: "trap", reason: "trap: unreachable", path: undefined });
  });
});

test("whatever is changed in it, it is a trap", async () => {
  const sections = { ".debug_line": unit(5, newNames(u32(0))), ".debug_line_str": text("a.rs") };
  const bytes = fc.integer({ min: 0, max: 255 });
  await fc.assert(
    fc.asyncProperty(fc.nat(sections[".debug_line"].length - 1), bytes, async (at, byte) => {
      const plugin = await loadPlugin<{ end(): void }>(
        withSections({ ...sections, ".debug_line": sections[".debug_line"].with(at, byte) }),
      );
      expect((await failure(() => plugin.exports.end())).code).toBe("trap");
    }),
  );
});

test("a megabyte that says nothing is gone through at once", async () => {
  const code = [...setAddress(2), ...Array(2 ** 20).fill(13)];
  const plugin = await loadPlugin<{ end(): void }>(withSections({ ".debug_line": unit(4, oldNames, code) }));
  const start = performance.now();
  expect((await failure(() => plugin.exports.end())).path).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(5_000);
});
