import { ByteWriter, encodeModule } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { moduleOf, section } from "./bytes.ts";
import { expectFault, type Fault } from "./fault.ts";

const u32Max = [0xff, 0xff, 0xff, 0xff, 0x0f];

describe("counts", () => {
  test.each([
    { id: 1, name: "type" },
    { id: 2, name: "import" },
    { id: 3, name: "function" },
    { id: 4, name: "table" },
    { id: 5, name: "memory" },
    { id: 13, name: "tag" },
    { id: 6, name: "global" },
    { id: 7, name: "export" },
    { id: 9, name: "element" },
    { id: 11, name: "data" },
  ])("of 4,294,967,295 entries are refused unread in the $name section", ({ id, name }) => {
    const file = moduleOf(section(id, u32Max, [0, 0, 0, 0]));
    const reason = `${name} section: entry count is 4294967295, but only 4 bytes follow (at offset 0xa)`;
    const start = performance.now();
    expectFault({ what: name, file, reason }, "malformed");
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test.each<Fault>([
    {
      what: "bodies",
      file: moduleOf(section(10, u32Max, [0, 0])),
      reason: "code section: body count is 4294967295, but only 2 bytes follow (at offset 0xa)",
    },
    {
      what: "parameters",
      file: moduleOf(section(1, 1, 0x60, u32Max, [0, 0])),
      reason: "type section: 1st entry: parameter count is 4294967295, but only 2 bytes follow (at offset 0xc)",
    },
    {
      what: "types of a group",
      file: moduleOf(section(1, 1, 0x4e, u32Max, [0, 0])),
      reason: "type section: 1st entry: type count is 4294967295, but only 2 bytes follow (at offset 0xc)",
    },
    {
      what: "functions of an element segment",
      file: moduleOf(section(9, 1, [1, 0], u32Max, [0, 0])),
      reason: "element section: 1st entry: function count is 4294967295, but only 2 bytes follow (at offset 0xd)",
    },
    {
      what: "expressions of an element segment",
      file: moduleOf(section(9, 1, [5, 0x70], u32Max, [0, 0])),
      reason: "element section: 1st entry: expression count is 4294967295, but only 2 bytes follow (at offset 0xd)",
    },
  ])("of 4,294,967,295 $what are refused unread", (fault) => expectFault(fault, "malformed"));
});

/** These bytes, and then zeros up to `length`. */
function padded(length: number, file: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(file);
  return bytes;
}

describe("limits", () => {
  const leb = (value: number): readonly number[] => [(value & 0x7f) | 0x80, ((value >> 7) & 0x7f) | 0x80, value >> 14];

  test.each<Fault>([
    {
      what: "a table of more than ten million entries",
      file: moduleOf(section(4, 1, [0x70, 0, 0x81, 0xad, 0xe2, 0x04])),
      reason: "table section: 1st entry: table has 10000001 entries, the limit is 10000000 (at offset 0xc)",
    },
    {
      what: "1,001 parameters",
      file: moduleOf([1, ...leb(1007), 1, 0x60, 0xe9, 0x07], new Array(1001).fill(0x7f), [0, 0]),
      reason: "type section: 1st entry: parameter count is 1001, the limit is 1000 (at offset 0xe)",
    },
    {
      what: "a name of 100,001 bytes",
      file: moduleOf([0, ...leb(100_004), ...leb(100_001)], "a".repeat(100_001)),
      reason: "custom section: name has 100001 bytes, the limit is 100000 (at offset 0xc)",
    },
    {
      what: "64 supertypes above a type",
      file: moduleOf(
        [1, ...leb(390), 65, 0x50, 0, 0x60, 0, 0],
        Array.from({ length: 64 }, (_, index) => [0x50, 1, index, 0x60, 0, 0]).flat(),
      ),
      reason: "type section: 65th entry: type has 64 supertypes above it, the limit is 63 (at offset 0x18d)",
    },
    {
      what: "array.new_fixed of 10,001 elements",
      file: moduleOf(section(1, 1, [0x5e, 0x7f, 0]), section(6, 1, [0x6a, 0, 0xfb, 8, 0, 0x91, 0x4e, 0x0b])),
      reason: "global section: 1st entry: array has 10001 elements, the limit is 10000 (at offset 0x14)",
    },
  ])("$what", (fault) => expectFault(fault, "unsupported"));

  test("a data count of 100,001", () => {
    const reason = "data count section: data count is 100001, the limit is 100000 (at offset 0xa)";
    expectFault({ what: "", file: moduleOf(section(12, leb(100_001))), reason }, "unsupported");
  });

  test("a body of 7,654,322 bytes", () => {
    const size = [0xb2, 0x97, 0xd3, 0x03];
    const sectionSize = [0xb7, 0x97, 0xd3, 0x03];
    const start = moduleOf(section(1, 1, [0x60, 0, 0]), section(3, 1, [0]), [10, ...sectionSize, 1, ...size]);
    const file = padded(start.length + 7_654_322, start);
    const reason = "code section: 1st entry: body has 7654322 bytes, the limit is 7654321 (at offset 0x18)";
    expectFault({ what: "", file, reason }, "unsupported");
  });

  test("1,000,001 types in two groups", () => {
    const groups = new ByteWriter().u32(2).byte(0x4e).u32(600_000);
    for (let index = 0; index < 600_000; index++) groups.byte(0x5f).byte(0);
    groups.byte(0x4e).u32(400_001).raw(new Uint8Array(800_002));
    // The first group begins at 13 and takes 4 bytes and two for each type.
    const reason = "type section: 2nd entry: module has more than 1000000 types (at offset 0x124f91)";
    expectFault({ what: "", file: encodeModule({ type: groups.toBytes() }), reason }, "unsupported");
  });

  test("a module of more than 1 GiB", () => {
    const file = padded(1_073_741_825, moduleOf());
    const reason = "it has 1073741825 bytes, the limit is 1073741824 (at offset 0x40000000)";
    expectFault({ what: "", file, reason }, "unsupported");
  });
});
