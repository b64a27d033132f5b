import { ByteWriter, decodeComponent, encodeModule, limits } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { componentOf, section } from "../bytes.ts";
import { failure } from "../failure.ts";
import type { DeclaratorDraft, Draft } from "./component-draft.ts";
import { encodeComponent } from "./encode-component.ts";

function expectUnsupported(file: Uint8Array, reason: string): void {
  const error = failure(() => decodeComponent(file));
  expect(error.code).toBe("unsupported");
  expect(error.reason).toContain(reason);
}

const isType = (draft: Draft): draft is Extract<Draft, { kind: "type" }> => draft.kind === "type";

/** A section of `count` equal entries. */
function repeated(id: number, count: number, entry: readonly number[]): readonly number[] {
  const content = new ByteWriter().u32(count);
  for (let index = 0; index < count; index++) content.raw(entry);
  return [...new ByteWriter().section(id, content.toBytes()).toBytes()];
}

const declared = (type: DeclaratorDraft): Draft => ({ kind: "type", type: { kind: "component", declarators: [type] } });

describe("nesting", () => {
  const components = (levels: number): Draft[] =>
    levels === 0 ? [] : [{ kind: "component", definitions: components(levels - 1) }];

  test("of components ends at 100", () => {
    expect(decodeComponent(encodeComponent(components(100))).definitions).toHaveLength(1);
    expectUnsupported(
      encodeComponent(components(101)),
      "component section: components and types lie more than 100 deep in each other (at offset 0x",
    );
  });

  const componentTypes = (levels: number): DeclaratorDraft => ({
    kind: "type",
    type: { kind: "component", declarators: levels === 0 ? [] : [componentTypes(levels - 1)] },
  });

  test("of types ends there as well", () => {
    expect(decodeComponent(encodeComponent([declared(componentTypes(98))])).definitions).toHaveLength(1);
    expectUnsupported(
      encodeComponent([declared(componentTypes(99))]),
      "1st declarator: components and types lie more than 100 deep in each other (at offset 0x",
    );
  });

  test("of types counts on that of components", () => {
    const nested = (levels: number): Draft[] =>
      levels === 0 ? [declared(componentTypes(49))] : [{ kind: "component", definitions: nested(levels - 1) }];
    expect(decodeComponent(encodeComponent(nested(49))).definitions).toHaveLength(1);
    expectUnsupported(encodeComponent(nested(50)), "components and types lie more than 100 deep in each other");
  });

  test("a million levels are refused without a stack overflow", () => {
    // Every component type claims one declarator, which is a component type.
    const levels = new Array<number[]>(1_000_000).fill([1, 0x41, 1]).flat();
    const content = new ByteWriter().raw([1, 0x41, 1]).raw(levels).toBytes();
    const file = componentOf([...new ByteWriter().byte(7).u32(content.length).toBytes()]);
    expectUnsupported(Uint8Array.from([...file, ...content]), "components and types lie more than 100 deep");
  });
});

describe("depth of types", () => {
  /** list<list<…>>, each by the index of the one before. */
  const lists = (count: number): Draft[] =>
    Array.from({ length: count }, (_, index) => ({
      kind: "type",
      type: { kind: "list", element: index === 0 ? "u8" : index - 1 },
    }));

  test("ends at 400", () => {
    expect(decodeComponent(encodeComponent(lists(400))).definitions).toHaveLength(400);
    expectUnsupported(
      encodeComponent(lists(401)),
      "type section: 401st entry: types lie more than 400 deep in each other",
    );
  });

  test("is that of each type alone", () => {
    const flat: Draft = { kind: "type", type: { kind: "tuple", types: ["u8"] } };
    const deep: Draft = {
      kind: "import",
      name: { name: "t" },
      type: { kind: "type", bound: { kind: "eq", type: 399 } },
    };
    expect(decodeComponent(encodeComponent([...lists(400), deep, flat])).definitions).toHaveLength(402);
  });

  test.each(["instance", "component"] as const)("counts one more for the type of an %s around it", (kind) => {
    const around = (count: number): Uint8Array =>
      encodeComponent([{ kind: "type", type: { kind, declarators: lists(count).filter(isType) } }]);
    expect(decodeComponent(around(399)).definitions).toHaveLength(1);
    expectUnsupported(around(400), "type section: 1st entry: types lie more than 400 deep in each other");
  });

  const exported = { name: { name: "t" }, sort: "type", index: 399 } as const;

  test.each<{ readonly what: string; readonly made: readonly Draft[] }>([
    {
      what: "is made of exports",
      made: [...lists(400), { kind: "instance", instance: { kind: "exports", exports: [exported] } }],
    },
    {
      what: "is made from a component",
      made: [
        {
          kind: "component",
          definitions: [...lists(400), { kind: "export", name: exported.name, target: exported, type: undefined }],
        },
        { kind: "instance", instance: { kind: "instantiate", component: 0, args: [] } },
      ],
    },
  ])("counts on with what comes out of an instance that $what", ({ made }) => {
    const alias: Draft = { kind: "alias", alias: { kind: "export", sort: "type", instance: 0, name: "t" } };
    expect(decodeComponent(encodeComponent([...made, alias])).definitions).toHaveLength(made.length + 1);
    const index = made.filter(isType).length;
    const around: Draft = { kind: "type", type: { kind: "option", type: index } };
    expectUnsupported(encodeComponent([...made, alias, around]), "types lie more than 400 deep in each other");
  });

  test("counts on through exports of instances and outward aliases", () => {
    // Each round: an instance type exports the type before, an import has that type, an alias takes the export out again.
    const round = (index: number): Draft[] => [
      {
        kind: "type",
        type: {
          kind: "instance",
          declarators: [
            { kind: "alias", alias: { kind: "outer", sort: "type", count: 1, index: index * 2 } },
            { kind: "export", name: { name: "t" }, type: { kind: "type", bound: { kind: "eq", type: 0 } } },
          ],
        },
      },
      { kind: "import", name: { name: `i${index}` }, type: { kind: "instance", type: index * 2 + 1 } },
      { kind: "alias", alias: { kind: "export", sort: "type", instance: index, name: "t" } },
    ];
    const rounds = (count: number): Draft[] => [
      ...lists(1),
      ...Array.from({ length: count }, (_, index) => round(index)).flat(),
    ];
    expect(decodeComponent(encodeComponent(rounds(399))).definitions).toHaveLength(1 + 399 * 3);
    expectUnsupported(encodeComponent(rounds(400)), "types lie more than 400 deep in each other");
  });
});

describe("counts", () => {
  test("1,000 modules and components are allowed in all", () => {
    const module = section(1, [...encodeModule({})]);
    const nested = section(4, [...componentOf(module)]);
    const pairs = (count: number): number[] => new Array<readonly number[]>(count).fill(nested).flat();
    expect(decodeComponent(componentOf(pairs(500))).definitions).toHaveLength(500);
    expectUnsupported(componentOf(pairs(500), module), "component has more than 1000 modules and components in it");
  });

  test("4,096 instances of a sort are allowed in a scope", () => {
    expect(decodeComponent(componentOf(repeated(2, 4_096, [1, 0]))).definitions).toHaveLength(4_096);
    expectUnsupported(
      componentOf(repeated(2, 4_097, [1, 0])),
      "core instance section: 4097th entry: component has more than 4096 items of the sort core instance",
    );
    expectUnsupported(
      componentOf(repeated(5, 4_097, [1, 0])),
      "instance section: 4097th entry: component has more than 4096 items of the sort instance",
    );
  });

  test("1,000 values are allowed", () => {
    const func = [...section(7, 1, [0x40, 0, 1, 0]), ...section(10, 1, [0, 1], "f", [1, 0])];
    const start = (results: number): Uint8Array =>
      componentOf(func, [9, 4, 0, 0, ...new ByteWriter().u32(results).toBytes()]);
    expect(decodeComponent(start(1_000)).definitions).toHaveLength(3);
    expectUnsupported(start(1_001), "start function has 1001 results, the limit is 1000");
    expectUnsupported(componentOf(repeated(12, 1_001, [0x7f, 1, 0])), "more than 1000 items of the sort value");
  });

  test.each([
    { what: "fields", type: [0x72], entry: [2, 0x61, 0x61, 0x7f], most: limits.recordFields, noun: "field" },
    { what: "cases", type: [0x71], entry: [2, 0x61, 0x61, 0, 0], most: limits.variantCases, noun: "case" },
    { what: "types of a tuple", type: [0x6f], entry: [0x7f], most: limits.tupleTypes, noun: "type" },
    { what: "labels of an enum", type: [0x6d], entry: [1, 0x61], most: limits.enumCases, noun: "label" },
    { what: "parameters", type: [0x40], entry: [1, 0x61, 0x7f], most: limits.params, noun: "parameter" },
    {
      what: "declarators of a module type",
      id: 3,
      type: [0x50],
      entry: [3, 0, 2, 0],
      most: limits.moduleDeclarators,
      noun: "declarator",
    },
    { what: "arguments of a start function", id: 9, type: [0], entry: [0], most: limits.startArgs, noun: "argument" },
    { what: "options", id: 8, type: [0x1c], entry: [6], most: limits.canonOptions, noun: "option" },
    {
      what: "exports of an instance",
      id: 2,
      type: [1],
      entry: [1, 0x61, 0, 0],
      most: limits.instantiationExports,
      noun: "export",
    },
  ])("more than $most $what are refused unread", ({ id = 7, type, entry, most, noun }) => {
    const content = new ByteWriter()
      .raw(id === 9 ? [] : [1])
      .raw(type)
      .u32(most + 1);
    for (let index = 0; index <= most; index++) content.raw(entry);
    const file = new ByteWriter()
      .raw(id === 9 ? [...componentOf(func)] : [...componentOf()])
      .section(id, content.toBytes());
    expectUnsupported(file.toBytes(), `${noun} count is ${most + 1}, the limit is ${most}`);
  });

  const func = [...section(7, 1, [0x40, 0, 1, 0]), ...section(10, 1, [0, 1], "f", [1, 0])];

  test("1,073,741,825 elements of a list of fixed length are refused", () => {
    const file = componentOf(section(7, 1, [0x67, 0x7f, 0x81, 0x80, 0x80, 0x80, 0x04]));
    expectUnsupported(file, "list has 1073741825 elements, the limit is 1073741824");
  });

  test("a million entries of all lists are allowed in all", () => {
    // 101 entries each: the section's, and a tuple's hundred types.
    const tuple = [0x6f, 100, ...new Array<number>(100).fill(0x7f)];
    const most = Math.floor(1_000_000 / 101);
    const nested = (count: number): Uint8Array =>
      componentOf([...new ByteWriter().section(4, componentOf(repeated(7, count, tuple))).toBytes()]);
    expect(decodeComponent(nested(most)).definitions).toHaveLength(1);
    expectUnsupported(nested(most + 1), "component has more than 1000000 entries in all its lists");
  });

  test("a component of more than 1 GiB is refused", () => {
    const file = new Uint8Array(1_073_741_825);
    file.set(componentOf());
    expectUnsupported(file, "it has 1073741825 bytes, the limit is 1073741824");
  });
});
