import { describe, test } from "vitest";
import { componentOf, section } from "../bytes.ts";
import { expectFault, type Fault } from "../fault.ts";

const expectMalformed = (fault: Fault): void => expectFault(fault, "malformed", "decode component");

/** Sections by their names; a section of one entry has its count put in. */
const coreTypes = (...entry: number[]): readonly number[] => section(3, 1, entry);
const types = (...entry: number[]): readonly number[] => section(7, 1, entry);
const imports = (...entry: number[]): readonly number[] => section(10, 1, entry);

/** A label or name of one letter, its length put in. */
const a = [1, 0x61];
const x = [0, 1, 0x78];

describe("types", () => {
  test.each<Fault>([
    {
      what: "an unknown type",
      file: componentOf(types(0x6c)),
      reason: "type section: 1st entry: unknown type 0x6c (at offset 0xb)",
    },
    {
      what: "a code that is no type of values",
      file: componentOf(types(0x70, 0x40)),
      reason: "type section: 1st entry: unknown value type -64 (at offset 0xc)",
    },
    {
      what: "a type that refers to itself",
      file: componentOf(types(0x70, 0)),
      reason: "type section: 1st entry: type index 0 is out of range: there are 0 of them (at offset 0xc)",
    },
    {
      what: "a value of the type of a function",
      file: componentOf(section(7, 2, [0x40, 0, 1, 0], [0x70, 0])),
      reason: "type section: 2nd entry: type 0 is of the kind func, not value (at offset 0x10)",
    },
    {
      what: "a handle of what is no resource",
      file: componentOf(section(7, 2, [0x70, 0x7f], [0x69, 0])),
      reason: "type section: 2nd entry: type 0 is of the kind value, not resource (at offset 0xe)",
    },
    {
      what: "a record without fields",
      file: componentOf(types(0x72, 0)),
      reason: "type section: 1st entry: there must be at least one field (at offset 0xc)",
    },
    {
      what: "a variant without cases",
      file: componentOf(types(0x71, 0)),
      reason: "type section: 1st entry: there must be at least one case (at offset 0xc)",
    },
    {
      what: "an empty tuple",
      file: componentOf(types(0x6f, 0)),
      reason: "type section: 1st entry: there must be at least one type (at offset 0xc)",
    },
    {
      what: "an enum without labels",
      file: componentOf(types(0x6d, 0)),
      reason: "type section: 1st entry: there must be at least one label (at offset 0xc)",
    },
    {
      what: "flags without labels",
      file: componentOf(types(0x6e, 0)),
      reason: "type section: 1st entry: there must be at least one label (at offset 0xc)",
    },
    {
      what: "33 flags",
      file: componentOf(
        [7, 102, 1, 0x6e, 33],
        Array.from({ length: 33 }, (_, index) => [2, 0x61 + (index >> 4), 0x61 + (index & 15)]).flat(),
      ),
      reason: "type section: 1st entry: there are 33 flags, 32 is the most (at offset 0xc)",
    },
    {
      what: "a case that does not end",
      file: componentOf(types(0x71, 1, ...a, 0, 1)),
      reason: "type section: 1st entry: 1st case: unknown end of the case 0x01 (at offset 0x10)",
    },
    {
      what: "a flag of a type that is neither 0 nor 1",
      file: componentOf(types(0x6a, 0, 2)),
      reason: "type section: 1st entry: unknown flag of the error type 0x02 (at offset 0xd)",
    },
    {
      what: "a list of no elements",
      file: componentOf(types(0x67, 0x7f, 0)),
      reason: "type section: 1st entry: a list of fixed length has at least one element (at offset 0xd)",
    },
    {
      what: "a map whose keys are floats",
      file: componentOf(types(0x63, 0x75, 0x7f)),
      reason: "type section: 1st entry: a key cannot be of type f64 (at offset 0xc)",
    },
    {
      what: "a function with two results",
      file: componentOf(types(0x40, 0, 1, 2)),
      reason: "type section: 1st entry: a function gives one value or none, not 2 named ones (at offset 0xe)",
    },
    {
      what: "a resource that is represented by a float",
      file: componentOf(types(0x3f, 0x7d, 0)),
      reason: "type section: 1st entry: a resource is represented by i32 or i64 (at offset 0xc)",
    },
    {
      what: "a resource whose destructor is not there",
      file: componentOf(types(0x3f, 0x7f, 1, 0)),
      reason: "type section: 1st entry: core func index 0 is out of range: there are 0 of them (at offset 0xe)",
    },
    {
      what: "a resource in an instance type",
      file: componentOf(types(0x42, 1, 1, 0x3f, 0x7f, 0)),
      reason: "type section: 1st entry: 1st declarator: the instance type cannot define a resource (at offset 0xe)",
    },
    {
      what: "an import of an instance type",
      file: componentOf(types(0x42, 1, 3, ...x, 3, 1)),
      reason: "type section: 1st entry: 1st declarator: the instance type has no imports (at offset 0xd)",
    },
    {
      what: "an unknown declarator",
      file: componentOf(types(0x41, 1, 5, 0)),
      reason: "type section: 1st entry: 1st declarator: unknown declarator 0x05 (at offset 0xd)",
    },
    {
      what: "an index into the types around an instance type, which has its own",
      file: componentOf(section(7, 2, [0x40, 0, 1, 0], [0x42, 1, 4], x, [1, 0])),
      reason:
        "type section: 2nd entry: 1st declarator: type index 0 is out of range: there are 0 of them (at offset 0x16)",
    },
    {
      what: "an unknown type bound",
      file: componentOf(types(0x42, 1, 4, ...x, 3, 2)),
      reason: "type section: 1st entry: 1st declarator: unknown type bound 0x02 (at offset 0x12)",
    },
    {
      what: "an unknown value bound",
      file: componentOf(types(0x42, 1, 4, ...x, 2, 2)),
      reason: "type section: 1st entry: 1st declarator: unknown value bound 0x02 (at offset 0x12)",
    },
  ])("$what", expectMalformed);
});

describe("core types", () => {
  test.each<Fault>([
    {
      what: "no subtype where one is announced",
      file: componentOf(coreTypes(0, 0x60, 0, 0)),
      reason: "core type section: 1st entry: no subtype follows the 0 that announces one (at offset 0xb)",
    },
    {
      what: "a module type in a module type",
      file: componentOf(coreTypes(0x50, 1, 1, 0x50, 0)),
      reason: "core type section: 1st entry: 1st declarator: ends before the type (at offset 0x10)",
    },
    {
      what: "a declarator of a module type that is unknown",
      file: componentOf(coreTypes(0x50, 1, 4, 0, 0)),
      reason: "core type section: 1st entry: 1st declarator: unknown declarator 0x04 (at offset 0xd)",
    },
    {
      what: "a function of a type that is outside of the module type",
      file: componentOf(section(3, 2, [0x60, 0, 0], [0x50, 1, 0, 0, 0, 0, 0])),
      reason:
        "core type section: 2nd entry: 1st declarator: type index 0 is out of range: there are 0 types (at offset 0x14)",
    },
    {
      what: "an alias of a function in a module type",
      file: componentOf(coreTypes(0x50, 1, 2, 0, 1, 0, 0)),
      reason:
        "core type section: 1st entry: 1st declarator: a module type has no aliases of a core func (at offset 0xe)",
    },
    {
      what: "an alias in a module type that is not outward",
      file: componentOf(coreTypes(0x50, 1, 2, 0x10, 0, 0, 0)),
      reason: "core type section: 1st entry: 1st declarator: unknown alias 0x00 (at offset 0xf)",
    },
    {
      what: "an export of a module type twice",
      file: componentOf(section(3, 1, [0x50, 2, 3], a, [2, 0, 1, 3], a, [2, 0, 1])),
      reason: 'core type section: 1st entry: 2nd declarator: name "a" is exported twice (at offset 0x13)',
    },
    {
      what: "a module of a core type that is none",
      file: componentOf(coreTypes(0x60, 0, 0), imports(...x, 0, 0x11, 0)),
      reason: "import section: 1st entry: core type 0 is of the kind core type, not core module (at offset 0x16)",
    },
  ])("$what", expectMalformed);
});
