import { type Component, type Definition, decodeComponent, decodeModule, readNames } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { componentOf, moduleOf, section } from "../bytes.ts";
import { failure } from "../failure.ts";
import { componentFixtures } from "./fixtures.ts";

const { resources, types, async } = componentFixtures;

function definitionsOf<Kind extends Definition["kind"]>(
  { definitions }: Component,
  kind: Kind,
): Extract<Definition, { kind: Kind }>[] {
  return definitions.filter(
    (definition): definition is Extract<Definition, { kind: Kind }> => definition.kind === kind,
  );
}

describe("a component", () => {
  const component = decodeComponent(resources);

  test("has its definitions in the order of the file", () => {
    expect(component.definitions.map(({ kind }) => kind).join()).toBe(
      "type,import,type,import,alias,alias,core module,core instance,alias,canon,alias,canon,canon,core module," +
        "core instance,core instance,alias,type,type,type,alias,canon,component,instance,export",
    );
  });

  test("keeps names as the file has them", () => {
    expect(definitionsOf(component, "import").map(({ name }) => name.name)).toEqual(["log", "acme:store/types@1.2.0"]);
    const [exported] = definitionsOf(component, "export");
    expect(exported).toMatchObject({ name: { name: "acme:count/counters" }, target: { sort: "instance", index: 1 } });
  });

  test("says how functions cross", () => {
    const options = {
      stringEncoding: "utf8",
      memory: 0,
      realloc: undefined,
      postReturn: undefined,
      async: false,
      callback: undefined,
    };
    expect(definitionsOf(component, "canon").map(({ canon }) => canon)).toEqual([
      { kind: "lower", function: 0, options },
      { kind: "lower", function: 1, options: { ...options, realloc: 1 } },
      { kind: "resource.drop", resource: 2 },
      { kind: "lift", function: 5, type: 5, options: { ...options, memory: undefined } },
    ]);
  });

  test("has core modules that count from their own first byte", () => {
    const [libc, main] = definitionsOf(component, "core module");
    for (const definition of [libc, main]) {
      if (definition === undefined) expect.unreachable();
      const { module, range, offset } = definition;
      expect(resources.subarray(range.start, range.end)).toEqual(module.bytes);
      expect(module.offset).toBe(range.start);
      expect(offset).toBe(range.start);
      const alone = decodeModule(module.bytes);
      expect({ ...module, offset: 0 }).toEqual(alone);
    }
    expect(main?.module.exports.map(({ name }) => name)).toEqual(["dtor", "make"]);
    expect(main?.module.bytes.buffer).toBe(resources.buffer);
  });

  test("has components within, with their own index spaces", () => {
    const [face] = definitionsOf(component, "component");
    if (face === undefined) expect.unreachable();
    const { component: inner } = face;
    expect(inner.offset).toBe(face.offset);
    expect(decodeComponent(inner.bytes).definitions).toHaveLength(inner.definitions.length);
    expect(definitionsOf(inner, "export").map(({ name, target }) => [name.name, target])).toEqual([
      ["counter", { sort: "type", index: 0 }],
      ["[constructor]counter", { sort: "func", index: 0 }],
    ]);
  });

  test("has offsets that are of the file, in whatever it is in", () => {
    const moved = decodeComponent(resources, 1_000);
    expect(moved.offset).toBe(1_000);
    expect(moved.definitions.map(({ offset }) => offset - 1_000)).toEqual(
      component.definitions.map(({ offset }) => offset),
    );
    expect(moved.customs.map(({ offset }) => offset - 1_000)).toEqual(component.customs.map(({ offset }) => offset));
    const [libc] = definitionsOf(moved, "core module");
    expect(libc?.range.start).toBe(libc?.module.offset);
    const error = failure(() => decodeComponent(componentOf([13, 0]), 1_000));
    expect(error.offset).toBe(1_008);
    expect(error.reason).toBe("unknown section id 13 (at offset 0x3f0)");
  });
});

describe("a world in a component", () => {
  const [, , world] = decodeComponent(types).definitions;

  test("is a type with declarators", () => {
    if (world?.kind !== "type" || world.type.kind !== "component") expect.unreachable();
    const named = world.type.declarators.flatMap((declarator) =>
      declarator.kind === "import" || declarator.kind === "export"
        ? [`${declarator.kind} ${declarator.name.name}: ${declarator.type.kind}`]
        : [],
    );
    expect(named).toEqual([
      "import id: type",
      "import handler: core module",
      "import wasi:io/poll@0.2.0: instance",
      "export acme:shapes/shapes@0.1.0: instance",
      "export nested: component",
    ]);
  });

  test("has the types of values as they are written", () => {
    if (world?.kind !== "type" || world.type.kind !== "component") expect.unreachable();
    const shapes = world.type.declarators.flatMap((declarator) =>
      declarator.kind === "type" && declarator.type.kind === "instance" ? [declarator.type.declarators] : [],
    )[1];
    const found = shapes?.flatMap((declarator) => (declarator.kind === "type" ? [declarator.type] : []));
    expect(found).toEqual([
      { kind: "tuple", types: ["f32", "f64"] },
      { kind: "list", element: 1 },
      { kind: "list", element: 1, length: 6 },
      {
        kind: "variant",
        cases: [
          { label: "empty", type: undefined },
          { label: "dot", type: 1 },
          { label: "line", type: 2 },
          { label: "n-gon", type: 3 },
        ],
      },
      { kind: "flags", labels: ["bold", "under-line", "ALL-CAPS"] },
      { kind: "enum", labels: ["left", "right"] },
      { kind: "option", type: 9 },
      { kind: "list", element: "u8" },
      { kind: "result", ok: 11, err: "string" },
      {
        kind: "func",
        async: false,
        params: [
          { label: "shape", type: 5 },
          { label: "style", type: 7 },
          { label: "side", type: 10 },
        ],
        result: 12,
      },
      { kind: "map", key: "string", value: "char" },
      { kind: "func", async: false, params: [{ label: "of", type: 14 }], result: "bool" },
    ]);
  });
});

test("built-ins for async calls are kept by name", () => {
  const names = definitionsOf(decodeComponent(async), "canon").map(({ canon }) =>
    canon.kind === "other" ? canon.name : canon.kind,
  );
  expect(names.join(" ")).toBe(
    "backpressure.inc task.return task.cancel context.get subtask.cancel stream.new stream.read stream.cancel-write " +
      "future.write future.drop-readable error-context.new error-context.drop waitable-set.wait waitable.join " +
      "thread.new-indirect thread.yield lift",
  );
});

test("every built-in has its operands", () => {
  const before = componentOf(
    section(1, [...moduleOf()]),
    section(2, 1, [0, 0, 0]),
    section(6, 2, [0, 2, 1, 0, 1, 0x6d], [0, 1, 1, 0, 1, 0x74]),
    section(7, 2, [0x66, 0], [0x65, 0]),
    section(3, 1, [0x60, 0, 0]),
  );
  // As in the specification's table: after the code, each operand is 0.
  const operands: Readonly<Record<number, number>> = {
    ...{ 5: 0, 6: 1, 12: 1, 13: 0, 14: 1, 15: 2, 16: 2, 17: 2, 18: 2, 19: 1, 20: 1, 21: 1, 22: 2 },
    ...{ 23: 2, 24: 2, 25: 2, 26: 1, 27: 1, 28: 1, 29: 1, 30: 0, 31: 0, 32: 2, 33: 2, 34: 0, 35: 0 },
    ...{ 36: 0, 37: 0, 38: 0, 39: 2, 40: 0, 41: 1, 42: 1, 43: 1, 44: 1, 45: 1, 64: 2, 65: 3, 66: 1 },
  };
  const entries = Object.entries(operands).map(([code, count]) => [Number(code), ...new Array<number>(count).fill(0)]);
  entries.push([0x0a, 0x7f, 0], [0x0b, 0x7e, 1]);
  const file = Uint8Array.from([...before, ...section(8, entries.length, ...entries)]);
  const found = definitionsOf(decodeComponent(file), "canon");
  expect(found.map(({ canon }) => canon.kind)).toEqual(entries.map(() => "other"));
  expect(new Set(found.map(({ canon }) => (canon.kind === "other" ? canon.name : ""))).size).toBe(entries.length);
});

test("a fault in what is read of a nested module later has the file's offset as well", () => {
  const content = section(0, [4], "name", section(1, 1, [0, 1, 0xff]));
  const [definition] = decodeComponent(componentOf(section(1, [...moduleOf(content)]))).definitions;
  if (definition?.kind !== "core module") expect.unreachable();
  const error = failure(() => readNames(definition.module));
  expect(error.reason).toBe("name section: functions: 1st entry: name is not UTF-8 (at offset 0x1e)");
});

describe("what is no component", () => {
  test.each([
    { what: "nothing", file: new Uint8Array(), code: "not-wasm", reason: "it is empty" },
    {
      what: "text",
      file: new TextEncoder().encode("(component)"),
      code: "not-wasm",
      reason: "it does not begin with \\0asm",
    },
    {
      what: "a core module",
      file: moduleOf(),
      code: "unsupported",
      reason: "it is a core module, not a component (at offset 0x6)",
    },
  ])("$what is refused", ({ file, code, reason }) => {
    const error = failure(() => decodeComponent(file));
    expect(error.code).toBe(code);
    expect(error.reason).toContain(reason);
  });
});

test("custom sections are kept with their places", () => {
  const inner = componentOf(section(0, [1], "b", [7]));
  const { customs, definitions } = decodeComponent(componentOf(section(0, [1], "a", [1, 2]), section(4, [...inner])));
  expect(customs).toEqual([{ name: "a", offset: 12, bytes: Uint8Array.of(1, 2) }]);
  const [nested] = definitions;
  expect(nested?.kind === "component" && nested.component.customs).toEqual([
    { name: "b", offset: 28, bytes: Uint8Array.of(7) },
  ]);
});
