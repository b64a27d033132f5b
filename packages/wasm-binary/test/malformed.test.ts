import { describe, test } from "vitest";
import { moduleOf, section } from "./bytes.ts";
import { expectFault, type Fault } from "./fault.ts";

/** One type, () -> (), and one function of it. */
const oneType = section(1, 1, [0x60, 0, 0]);
const oneFunction = section(3, 1, [0]);
const oneBody = section(10, 1, [2, 0, 0x0b]);

describe("sections", () => {
  test.each<Fault>([
    {
      what: "an unknown section",
      file: moduleOf([14, 0]),
      reason: "unknown section id 14 (at offset 0x8)",
    },
    {
      what: "a section without a size",
      file: moduleOf([1]),
      reason: "type section: ends inside the size (at offset 0x9)",
    },
    {
      what: "a section beyond the end of the file",
      file: moduleOf([1, 5, 0]),
      reason: "type section: content takes 5 bytes, but only 1 follow (at offset 0xa)",
    },
    {
      what: "a section that is longer than its entries",
      file: moduleOf([1, 2, 0, 0]),
      reason: "type section: 1 bytes are left over after the last entry (at offset 0xb)",
    },
    {
      what: "entries that are longer than their section",
      file: moduleOf([1, 3, 1, 0x60, 1], [0x7f, 0]),
      reason: "type section: 1st entry: parameter count is 1, but only 0 bytes follow (at offset 0xc)",
    },
    {
      what: "a section twice",
      file: moduleOf(oneType, oneType),
      reason: "type section: there is one already (at offset 0xe)",
    },
    {
      what: "sections out of order",
      file: moduleOf(section(5, 0), section(4, 0)),
      reason: "table section: it must come before the memory section (at offset 0xb)",
    },
    {
      what: "a tag section after the globals, as its id would suggest",
      file: moduleOf(section(6, 0), section(13, 0)),
      reason: "tag section: it must come before the global section (at offset 0xb)",
    },
    {
      what: "functions without bodies",
      file: moduleOf(oneType, oneFunction),
      reason: "function section has 1 entries, but there is no code section (at offset 0x12)",
    },
    {
      what: "bodies without functions",
      file: moduleOf(oneType, oneBody),
      reason: "code section: body count is 1, but the function section has 0 (at offset 0x10)",
    },
    {
      what: "a body that is longer than the section",
      file: moduleOf(oneType, oneFunction, section(10, 1, [3, 0, 0x0b])),
      reason: "code section: 1st entry: body takes 3 bytes, but only 2 follow (at offset 0x16)",
    },
    {
      what: "a data count that is wrong",
      file: moduleOf(section(12, 2), section(11, 1, [1, 0])),
      reason: "data section: entry count is 1, but the data count section has 2 (at offset 0xd)",
    },
    {
      what: "a data count without data",
      file: moduleOf(section(12, 2)),
      reason: "data count section says 2, but there is no data section (at offset 0xb)",
    },
    {
      what: "a custom section without a name",
      file: moduleOf([0, 0]),
      reason: "custom section: ends inside the name length (at offset 0xa)",
    },
  ])("$what", (fault) => expectFault(fault, "malformed"));
});

describe("values", () => {
  test.each<Fault>([
    {
      what: "a size of six bytes",
      file: moduleOf([1], [0x80, 0x80, 0x80, 0x80, 0x80, 0]),
      reason: "type section: size is longer than 5 bytes (at offset 0x9)",
    },
    {
      what: "a size of 33 bits",
      file: moduleOf([1], [0x80, 0x80, 0x80, 0x80, 0x10]),
      reason: "type section: size does not fit a u32 (at offset 0x9)",
    },
    {
      what: "an i32 constant of 33 bits",
      file: moduleOf(section(6, 1, [0x7f, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x08, 0x0b])),
      reason: "global section: 1st entry: constant does not fit an s32 (at offset 0xe)",
    },
    {
      what: "an i64 constant of 65 bits",
      file: moduleOf(section(6, 1, [0x7e, 0, 0x42, ...new Array(9).fill(0x80), 0x01, 0x0b])),
      reason: "global section: 1st entry: constant does not fit an s64 (at offset 0xe)",
    },
    {
      what: "a memory64 size of 65 bits",
      file: moduleOf(section(5, 1, [4, ...new Array(9).fill(0x80), 0x02])),
      reason: "memory section: 1st entry: minimum does not fit a u64 (at offset 0xc)",
    },
    {
      what: "a name that is not UTF-8",
      file: moduleOf(
        oneType,
        oneFunction,
        section(7, 3, [1], "a", [0, 0], [1], "b", [0, 0], [2, 0xc3, 0x28], [0, 0]),
        oneBody,
      ),
      reason: "export section: 3rd entry: name is not UTF-8 (at offset 0x1e)",
    },
    {
      what: "a name with a surrogate",
      file: moduleOf(section(2, 1, [3, 0xed, 0xa0, 0x80], [0], [3, 0x7f, 0])),
      reason: "import section: 1st entry: module name is not UTF-8 (at offset 0xc)",
    },
    {
      what: "a name that is longer than the section",
      file: moduleOf(section(2, 1, [9], "abc")),
      reason: "import section: 1st entry: module name takes 9 bytes, but only 3 follow (at offset 0xc)",
    },
    {
      what: "a custom section's name that is not UTF-8",
      file: moduleOf(section(0, [1, 0xff])),
      reason: "custom section: name is not UTF-8 (at offset 0xb)",
    },
  ])("$what", (fault) => expectFault(fault, "malformed"));
});

describe("types", () => {
  test.each<Fault>([
    {
      what: "an unknown type",
      file: moduleOf(section(1, 1, [0x40, 0])),
      reason: "type section: 1st entry: unknown type 0x40 (at offset 0xb)",
    },
    {
      what: "an unknown value type",
      file: moduleOf(section(1, 1, [0x60, 2, 0x7f, 0x05, 0])),
      reason: "type section: 1st entry: 2nd parameter: unknown value type 0x05 (at offset 0xe)",
    },
    {
      what: "an unknown heap type",
      file: moduleOf(section(1, 1, [0x60, 1, 0x64, 0x5d, 0])),
      reason: "type section: 1st entry: 1st parameter: unknown heap type -35 (at offset 0xe)",
    },
    {
      what: "a reference to a type of a later group",
      file: moduleOf(section(1, 2, [0x60, 1, 0x64, 1, 0], [0x60, 0, 0])),
      reason: "type section: 1st entry: 1st parameter: type index 1 is out of range: there are 1 types (at offset 0xe)",
    },
    {
      what: "a mutability that is neither",
      file: moduleOf(section(1, 1, [0x4e, 1, 0x5f, 1, 0x7f, 2])),
      reason: "type section: 1st entry: 1st type: 1st field: unknown mutability 0x02 (at offset 0x10)",
    },
    {
      what: "a supertype that comes later",
      file: moduleOf(section(1, 1, [0x4e, 2], [0x50, 1, 1, 0x60, 0, 0], [0x50, 0, 0x60, 0, 0])),
      reason:
        "type section: 1st entry: 1st type: 1st supertype: type 1 does not come before its subtype (at offset 0xf)",
    },
    {
      what: "a supertype that is final",
      file: moduleOf(section(1, 2, [0x60, 0, 0], [0x50, 1, 0, 0x60, 0, 0])),
      reason: "type section: 2nd entry: 1st supertype: type 0 is final (at offset 0x10)",
    },
    {
      what: "a function of a struct type",
      file: moduleOf(section(1, 1, [0x5f, 0]), oneFunction),
      reason: "function section: 1st entry: type 0 is not a function type (at offset 0x10)",
    },
    {
      what: "a function of no type",
      file: moduleOf(oneType, section(3, 1, [9])),
      reason: "function section: 1st entry: type index 9 is out of range: there are 1 types (at offset 0x11)",
    },
    {
      what: "an import of an unknown kind",
      file: moduleOf(section(2, 1, [0, 0, 5, 0])),
      reason: "import section: 1st entry: unknown kind 0x05 (at offset 0xd)",
    },
    {
      what: "limits with unknown flags",
      file: moduleOf(section(5, 1, [0x10, 1])),
      reason: "memory section: 1st entry: unknown limits flags 0x10 (at offset 0xb)",
    },
    {
      what: "a shared table",
      file: moduleOf(section(4, 1, [0x70, 3, 1, 1])),
      reason: "table section: 1st entry: unknown limits flags 0x03 (at offset 0xc)",
    },
    {
      what: "a shared memory without a maximum",
      file: moduleOf(section(5, 1, [2, 1])),
      reason: "memory section: 1st entry: a shared memory needs a maximum (at offset 0xb)",
    },
    {
      what: "a minimum above the maximum",
      file: moduleOf(section(5, 1, [1, 2, 1])),
      reason: "memory section: 1st entry: minimum 2 is larger than the maximum 1 (at offset 0xb)",
    },
    {
      what: "a memory of more than 4 GiB",
      file: moduleOf(section(5, 1, [0, 0x81, 0x80, 0x04])),
      reason: "memory section: 1st entry: memory has 65537 pages, the limit is 65536 (at offset 0xb)",
    },
    {
      what: "a page size, which is still a proposal",
      file: moduleOf(section(5, 1, [8, 1, 0])),
      reason: "memory section: 1st entry: unknown limits flags 0x08 (at offset 0xb)",
    },
    {
      what: "a table form that is reserved",
      file: moduleOf(section(4, 1, [0x40, 1, 0x70, 0, 0, 0x0b])),
      reason: "table section: 1st entry: unknown table form 0x01 (at offset 0xc)",
    },
    {
      what: "a tag with an attribute",
      file: moduleOf(oneType, section(13, 1, [1, 0])),
      reason: "tag section: 1st entry: unknown tag attribute 0x01 (at offset 0x11)",
    },
  ])("$what", (fault) => expectFault(fault, "malformed"));
});

describe("indices and expressions", () => {
  test.each<Fault>([
    {
      what: "an export of a function that is not there",
      file: moduleOf(oneType, oneFunction, section(7, 1, [1], "f", [0, 1]), oneBody),
      reason: "export section: 1st entry: function index 1 is out of range: there are 1 functions (at offset 0x18)",
    },
    {
      what: "an export of a memory that is not there",
      file: moduleOf(section(7, 1, [1], "m", [2, 0])),
      reason: "export section: 1st entry: memory index 0 is out of range: there are 0 memories (at offset 0xe)",
    },
    {
      what: "one name for two exports",
      file: moduleOf(oneType, oneFunction, section(7, 2, [1], "f", [0, 0], [1], "f", [0, 0]), oneBody),
      reason: 'export section: 2nd entry: name "f" is exported twice (at offset 0x19)',
    },
    {
      what: "a start function that is not there",
      file: moduleOf(section(8, 0)),
      reason: "start section: function index 0 is out of range: there are 0 functions (at offset 0xa)",
    },
    {
      what: "a start function with a parameter",
      file: moduleOf(section(1, 1, [0x60, 1, 0x7f, 0]), section(2, 1, [0, 0, 0, 0]), section(8, 0)),
      reason: "start section: function 0 takes or returns values, a start function may not (at offset 0x18)",
    },
    {
      what: "a global that is its own initial value",
      file: moduleOf(section(6, 1, [0x7f, 0, 0x23, 0, 0x0b])),
      reason: "global section: 1st entry: global index 0 is out of range: there are 0 globals (at offset 0xe)",
    },
    {
      what: "an instruction that is not constant",
      file: moduleOf(section(6, 1, [0x7f, 0, 0x10, 0, 0x0b])),
      reason: "global section: 1st entry: unknown constant instruction 0x10 (at offset 0xd)",
    },
    {
      what: "an expression that does not end",
      file: moduleOf(section(6, 1, [0x7f, 0, 0x41, 0])),
      reason: "global section: 1st entry: ends before the end of the constant expression (at offset 0xf)",
    },
    {
      what: "an element segment of an unknown form",
      file: moduleOf(section(9, 1, [8, 0])),
      reason: "element section: 1st entry: unknown segment form 8 (at offset 0xb)",
    },
    {
      what: "an element segment without a table",
      file: moduleOf(section(9, 1, [0, 0x41, 0, 0x0b, 0])),
      reason: "element section: 1st entry: segment is for table 0, but there are no tables (at offset 0xc)",
    },
    {
      what: "an element segment of a function that is not there",
      file: moduleOf(section(9, 1, [1, 0, 1, 3])),
      reason:
        "element section: 1st entry: 1st function: function index 3 is out of range: there are 0 functions (at offset 0xe)",
    },
    {
      what: "a data segment without a memory",
      file: moduleOf(section(11, 1, [0, 0x41, 0, 0x0b, 0])),
      reason: "data section: 1st entry: segment is for memory 0, but there are no memories (at offset 0xb)",
    },
    {
      what: "a data segment that is longer than the section",
      file: moduleOf(section(11, 1, [1, 9, 0])),
      reason: "data section: 1st entry: data takes 9 bytes, but only 1 follow (at offset 0xd)",
    },
  ])("$what", (fault) => expectFault(fault, "malformed"));
});
