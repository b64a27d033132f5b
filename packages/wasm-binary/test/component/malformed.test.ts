import { describe, test } from "vitest";
import { componentOf, moduleOf, section } from "../bytes.ts";
import { expectFault, type Fault } from "../fault.ts";

const expectMalformed = (fault: Fault): void => expectFault(fault, "malformed", "decode component");

/** Sections by their names; a section of one entry has its count put in. */
const coreInstances = (...entry: number[]): readonly number[] => section(2, 1, entry);
const coreTypes = (...entry: number[]): readonly number[] => section(3, 1, entry);
const instances = (...entry: number[]): readonly number[] => section(5, 1, entry);
const aliases = (...entry: number[]): readonly number[] => section(6, 1, entry);
const types = (...entry: number[]): readonly number[] => section(7, 1, entry);
const canons = (...entry: number[]): readonly number[] => section(8, 1, entry);
const imports = (...entry: number[]): readonly number[] => section(10, 1, entry);
const exports = (...entry: number[]): readonly number[] => section(11, 1, entry);

/** A label or name of one letter, its length put in. */
const a = [1, 0x61];
const x = [0, 1, 0x78];

describe("sections", () => {
  test.each<Fault>([
    {
      what: "an unknown section",
      file: componentOf([13, 0]),
      reason: "unknown section id 13 (at offset 0x8)",
    },
    {
      what: "a section beyond the end of the file",
      file: componentOf([7, 5, 0]),
      reason: "type section: content takes 5 bytes, but only 1 follow (at offset 0xa)",
    },
    {
      what: "a section that is longer than its entries",
      file: componentOf([7, 2, 0, 0]),
      reason: "type section: 1 bytes are left over after the last entry (at offset 0xb)",
    },
    {
      what: "4,294,967,295 entries",
      file: componentOf(section(7, [0xff, 0xff, 0xff, 0xff, 0x0f])),
      reason: "type section: entry count is 4294967295, but only 0 bytes follow (at offset 0xa)",
    },
    {
      what: "a component where a core module must be",
      file: componentOf(section(1, "\0asm", [0x0d, 0, 1, 0])),
      reason: "core module section: it is not a core module (at offset 0xa)",
    },
    {
      what: "a module in a module's place that is cut off in its header",
      file: componentOf(section(1, "\0asm")),
      reason: "core module section: header takes 8 bytes, but only 4 follow (at offset 0xa)",
    },
    {
      what: "a core module where a component must be",
      file: componentOf(section(4, [...moduleOf()])),
      reason: "component section: it is not a component (at offset 0xa)",
    },
    {
      what: "a fault in a core module of a component of a component",
      file: componentOf(section(4, [...componentOf(section(4, [...componentOf(section(1, [...moduleOf([14, 0])]))]))])),
      reason: "component section: component section: core module section: unknown section id 14 (at offset 0x26)",
    },
    {
      what: "a fault in a component of a component",
      file: componentOf(section(4, [...componentOf(types(0x69, 0))])),
      reason:
        "component section: type section: 1st entry: type index 0 is out of range: there are 0 of them (at offset 0x16)",
    },
  ])("$what", expectMalformed);
});

describe("instances", () => {
  test.each<Fault>([
    {
      what: "a core instance of an unknown form",
      file: componentOf(coreInstances(2, 0)),
      reason: "core instance section: 1st entry: unknown form of the instance 0x02 (at offset 0xb)",
    },
    {
      what: "an instance of a module that is not there",
      file: componentOf(coreInstances(0, 0, 0)),
      reason:
        "core instance section: 1st entry: core module index 0 is out of range: there are 0 of them (at offset 0xc)",
    },
    {
      what: "an argument of a core instance that is a function",
      file: componentOf(section(1, [...moduleOf()]), coreInstances(0, 0, 1, ...a, 0, 0)),
      reason:
        "core instance section: 1st entry: 1st argument: an argument is a core instance, not a core func (at offset 0x1a)",
    },
    {
      what: "an argument twice",
      file: componentOf(section(1, [...moduleOf()]), section(2, 2, [0, 0, 0], [0, 0, 2], a, [0x12, 0], a, [0x12, 0])),
      reason: 'core instance section: 2nd entry: 2nd argument: name "a" is there already (at offset 0x1f)',
    },
    {
      what: "a core instance that exports a module",
      file: componentOf(section(1, [...moduleOf()]), coreInstances(1, 1, ...a, 0x11, 0)),
      reason:
        "core instance section: 1st entry: 1st export: a core instance cannot export a core module (at offset 0x19)",
    },
    {
      what: "an unknown core sort",
      file: componentOf(coreInstances(1, 1, ...a, 5, 0)),
      reason: "core instance section: 1st entry: 1st export: unknown core sort 0x05 (at offset 0xf)",
    },
    {
      what: "an instance of a component that is not there",
      file: componentOf(instances(0, 0, 0)),
      reason: "instance section: 1st entry: component index 0 is out of range: there are 0 of them (at offset 0xc)",
    },
    {
      what: "an instance of itself: the component around it has no index yet",
      file: componentOf(section(4, [...componentOf(aliases(4, 2, 1, 0))])),
      reason:
        "component section: alias section: 1st entry: component index 0 is out of range: there are 0 of them (at offset 0x18)",
    },
    {
      what: "a core function as an argument of a component",
      file: componentOf(section(4, [...componentOf()]), instances(0, 0, 1, ...a, 0, 0, 0)),
      reason: "instance section: 1st entry: 1st argument: a core func cannot cross between components (at offset 0x1a)",
    },
    {
      what: "an unknown sort",
      file: componentOf(section(4, [...componentOf()]), instances(0, 0, 1, ...a, 6, 0)),
      reason: "instance section: 1st entry: 1st argument: unknown sort 0x06 (at offset 0x1a)",
    },
  ])("$what", expectMalformed);
});

describe("aliases", () => {
  test.each<Fault>([
    {
      what: "of an unknown kind",
      file: componentOf(aliases(3, 3, 0, 0)),
      reason: "alias section: 1st entry: unknown alias 0x03 (at offset 0xc)",
    },
    {
      what: "of an instance that is not there",
      file: componentOf(aliases(3, 0, 0, ...a)),
      reason: "alias section: 1st entry: instance index 0 is out of range: there are 0 of them (at offset 0xd)",
    },
    {
      what: "of a core instance that is not there",
      file: componentOf(aliases(0, 0, 1, 0, ...a)),
      reason: "alias section: 1st entry: core instance index 0 is out of range: there are 0 of them (at offset 0xe)",
    },
    {
      what: "of a component's function in a core instance",
      file: componentOf(aliases(1, 1, 0, ...a)),
      reason: "alias section: 1st entry: the component has no core export aliases of the sort func (at offset 0xb)",
    },
    {
      what: "of a core function outward",
      file: componentOf(aliases(0, 0, 2, 0, 0)),
      reason: "alias section: 1st entry: the component has no outer aliases of the sort core func (at offset 0xb)",
    },
    {
      what: "beyond the outermost component",
      file: componentOf(aliases(3, 2, 1, 0)),
      reason: "alias section: 1st entry: there are no 1 scopes around this one (at offset 0xd)",
    },
    {
      what: "4,294,967,295 scopes outward",
      file: componentOf(section(6, 1, [3, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 0])),
      reason: "alias section: 1st entry: there are no 4294967295 scopes around this one (at offset 0xd)",
    },
    {
      what: "of a type that the outer component gets only later",
      file: componentOf(section(4, [...componentOf(aliases(3, 2, 1, 0))]), types(0x40, 0, 1, 0)),
      reason:
        "component section: alias section: 1st entry: type index 0 is out of range: there are 0 of them (at offset 0x18)",
    },
    {
      what: "of a function in an instance type",
      file: componentOf(types(0x42, 1, 2, 1, 0, 0, ...a)),
      reason:
        "type section: 1st entry: 1st declarator: the instance type has no export aliases of the sort func (at offset 0xe)",
    },
    {
      what: "of a component outward from a component type",
      file: componentOf(section(4, [...componentOf()]), types(0x41, 1, 2, 4, 2, 1, 0)),
      reason:
        "type section: 1st entry: 1st declarator: the component type has no outer aliases of the sort component (at offset 0x18)",
    },
    {
      what: "of a module's type in the type of a module",
      file: componentOf(section(3, 2, [0x50, 0], [0x50, 1, 2, 0x10, 1, 1, 0])),
      reason:
        "core type section: 2nd entry: 1st declarator: core type 0 is of the kind core module, not core type (at offset 0x13)",
    },
  ])("$what", expectMalformed);
});

describe("canonical functions", () => {
  const func = types(0x40, 0, 1, 0);
  const memory = [...section(1, [...moduleOf()]), ...coreInstances(0, 0, 0), ...aliases(0, 2, 1, 0, ...a)];
  test.each<Fault>([
    {
      what: "an unknown one",
      file: componentOf(canons(0x08, 0)),
      reason: "canon section: 1st entry: unknown canonical function 0x08 (at offset 0xb)",
    },
    {
      what: "lift of another sort",
      file: componentOf(canons(0, 1, 0, 0, 0)),
      reason: "canon section: 1st entry: unknown sort 0x01 (at offset 0xc)",
    },
    {
      what: "lift of a core function that is not there",
      file: componentOf(func, canons(0, 0, 0, 0, 0)),
      reason: "canon section: 1st entry: core func index 0 is out of range: there are 0 of them (at offset 0x14)",
    },
    {
      what: "lower of a function that is not there",
      file: componentOf(canons(1, 0, 0, 0)),
      reason: "canon section: 1st entry: func index 0 is out of range: there are 0 of them (at offset 0xd)",
    },
    {
      what: "lift to a type that is none of functions",
      file: componentOf(types(0x70, 0x7f), canons(0x24), canons(0, 0, 0, 0, 0)),
      reason: "canon section: 1st entry: type 0 is of the kind value, not func (at offset 0x18)",
    },
    {
      what: "resource.new of no resource",
      file: componentOf(func, canons(2, 0)),
      reason: "canon section: 1st entry: type 0 is of the kind func, not resource (at offset 0x13)",
    },
    {
      what: "an unknown option",
      file: componentOf(canons(0x1c, 1, 8)),
      reason: "canon section: 1st entry: 1st option: unknown option 0x08 (at offset 0xd)",
    },
    {
      what: "two string encodings",
      file: componentOf(canons(0x1c, 2, 0, 1)),
      reason: "canon section: 1st entry: 2nd option: there is one of its kind already (at offset 0xe)",
    },
    {
      what: "two memories",
      file: componentOf(memory, canons(0x1c, 2, 3, 0, 3, 0)),
      reason: "canon section: 1st entry: 2nd option: there is one of its kind already (at offset 0x28)",
    },
    {
      what: "a memory that is not there",
      file: componentOf(canons(0x1c, 1, 3, 0)),
      reason:
        "canon section: 1st entry: 1st option: core memory index 0 is out of range: there are 0 of them (at offset 0xe)",
    },
    {
      what: "a flag of a built-in that is neither 0 nor 1",
      file: componentOf(canons(0x0c, 2)),
      reason: "canon section: 1st entry: unknown flag 0x02 (at offset 0xc)",
    },
    {
      what: "thread.new-indirect without a table",
      file: componentOf(coreTypes(0x60, 0, 0), canons(0x27, 0, 0)),
      reason: "canon section: 1st entry: core table index 0 is out of range: there are 0 of them (at offset 0x13)",
    },
  ])("$what", expectMalformed);
});

describe("imports and exports", () => {
  test.each<Fault>([
    {
      what: "a name of an unknown form",
      file: componentOf(imports(3, ...a, 3, 1)),
      reason: "import section: 1st entry: unknown name form 0x03 (at offset 0xb)",
    },
    {
      what: "an import of a core function",
      file: componentOf(imports(...x, 0, 0, 0)),
      reason: "import section: 1st entry: a core func cannot be imported or exported (at offset 0xe)",
    },
    {
      what: "an import of a function of a type that is not there",
      file: componentOf(imports(...x, 1, 0)),
      reason: "import section: 1st entry: type index 0 is out of range: there are 0 of them (at offset 0xf)",
    },
    {
      what: "an instance of a type that is none of instances",
      file: componentOf(types(0x41, 0), imports(...x, 5, 0)),
      reason: "import section: 1st entry: type 0 is of the kind component, not instance (at offset 0x14)",
    },
    {
      what: "an export of what is not there",
      file: componentOf(exports(...x, 1, 0, 0)),
      reason: "export section: 1st entry: func index 0 is out of range: there are 0 of them (at offset 0xf)",
    },
    {
      what: "an export of a core memory",
      file: componentOf(exports(...x, 0, 2, 0, 0)),
      reason: "export section: 1st entry: a core memory cannot cross between components (at offset 0xe)",
    },
    {
      what: "an export as something of another sort",
      file: componentOf(types(0x42, 0), exports(...x, 3, 0, 1, 5, 0)),
      reason: "export section: 1st entry: it is of the sort type, but its type of instance (at offset 0x15)",
    },
    {
      what: "a start function that is not there",
      file: componentOf(section(9, 0, 0, 0)),
      reason: "start section: func index 0 is out of range: there are 0 of them (at offset 0xa)",
    },
    {
      what: "an argument of a start function that is not there",
      file: componentOf(types(0x40, 0, 1, 0), imports(...x, 1, 0), section(9, 0, 1, 0, 0)),
      reason: "start section: 1st argument: value index 0 is out of range: there are 0 of them (at offset 0x1b)",
    },
    {
      what: "a value that is longer than its section",
      file: componentOf(section(12, 1, [0x7f, 2, 1])),
      reason: "value section: 1st entry: value takes 2 bytes, but only 1 follow (at offset 0xd)",
    },
  ])("$what", expectMalformed);
});
