import { Resolution, TypeScope } from "@polyplug/abi";
import type { ComponentDefType, ComponentExternType, ComponentFuncType, Declarator } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { resourceOf } from "./items.ts";

const offset = 7;

const scopeOf = (...types: ComponentDefType[]): TypeScope => {
  const scope = new TypeScope(new Resolution("decode component"));
  for (const type of types) scope.define(type, offset);
  return scope;
};
const type = (type: ComponentDefType): Declarator => ({ kind: "type", type, offset });
const exported = (name: string, type: ComponentExternType): Declarator => ({
  kind: "export",
  name: { name },
  type,
  offset,
});
const subResource: ComponentExternType = { kind: "type", bound: { kind: "sub resource" } };
const equal = (type: number): ComponentExternType => ({ kind: "type", bound: { kind: "eq", type } });
const outer = (count: number, index: number): Declarator => ({
  kind: "alias",
  alias: { kind: "outer", sort: "type", count, index },
  offset,
});
const instanceType = (...declarators: Declarator[]): ComponentDefType => ({ kind: "instance", declarators });
const string: ComponentDefType = { kind: "primitive", type: "string" };
const resource: ComponentDefType = { kind: "resource", rep: "i32", destructor: undefined };
const func = (
  params: ComponentFuncType["params"],
  result: ComponentFuncType["result"] = undefined,
): ComponentFuncType => ({ kind: "func", async: false, params, result });

/** The items of an instance whose type is made of these declarators. */
function instance(...declarators: Declarator[]): ReturnType<TypeScope["instantiate"]>["items"] {
  const scope = scopeOf(instanceType(...declarators));
  const item = scope.extern("a:b/c", { kind: "instance", type: 0 }, offset);
  if (item.kind === "interface") return item.items;
  expect.unreachable("it is no instance");
}

describe("types", () => {
  test("are one object wherever they are referred to", () => {
    const scope = scopeOf(string, { kind: "list", element: 0 }, { kind: "tuple", types: [1, 1, "u8"] });
    const [text, list, tuple] = [scope.valueType(0, offset), scope.valueType(1, offset), scope.valueType(2, offset)];
    expect(tuple).toEqual({ kind: "tuple", types: [list, list, { kind: "u8" }] });
    expect(list.kind === "list" && list.element).toBe(text);
    expect(tuple.kind === "tuple" && tuple.types[1]).toBe(list);
  });

  test("that cannot be carried are told of by the names that exports gave their parts", () => {
    const scope = scopeOf({ kind: "record", fields: [{ label: "x", type: "u8" }] });
    scope.extern("point", equal(0), offset);
    scope.define({ kind: "stream", type: 0 }, offset);
    scope.define({ kind: "future", type: undefined }, offset);
    scope.define({ kind: "list", element: 1, length: 4 }, offset);
    scope.define({ kind: "map", key: "string", value: "error-context" }, offset);
    expect([1, 2, 3, 4].map((index) => scope.valueType(index, offset))).toEqual([
      { kind: "unsupported", text: "stream<point>" },
      { kind: "unsupported", text: "future" },
      { kind: "unsupported", text: "list<stream<point>, 4>" },
      { kind: "unsupported", text: "map<string, error-context>" },
    ]);
  });

  test.each<[what: string, types: readonly ComponentDefType[], reason: string]>([
    ["own of values", [string, { kind: "own", resource: 0 }], "type 0 is a type of values, not a resource"],
    ["borrow of a function", [func([]), { kind: "borrow", resource: 0 }], "type 0 is a function, not a resource"],
    ["a list of functions", [func([]), { kind: "list", element: 0 }], "type 0 is a function, not a type of values"],
    ["a list of resources", [resource, { kind: "list", element: 0 }], "type 0 is a resource, not a type of values"],
    [
      "an option of instances",
      [instanceType(), { kind: "option", type: 0 }],
      "a type of instances, not a type of values",
    ],
    ["what is not there", [{ kind: "option", type: 3 }], "there is no type 3"],
    [
      "a borrow that is given back, however deep",
      [
        resource,
        { kind: "borrow", resource: 0 },
        { kind: "list", element: 1 },
        { kind: "option", type: 2 },
        func([], 3),
      ],
      "a function gives back a borrow",
    ],
  ])("refuse %s", (_what, types, reason) => {
    const error = failure(() => scopeOf(...types));
    expect(error).toMatchObject({ code: "malformed", offset });
    expect(error.message).toBe(`cannot decode component: ${error.reason}`);
    expect(error.reason).toContain(reason);
  });

  test("refuse a value, a function or an instance as another sort of item", () => {
    const scope = scopeOf(string, func([]));
    expect(failure(() => scope.extern("f", { kind: "func", type: 0 }, offset)).reason).toContain("not a function");
    expect(failure(() => scope.extern("i", { kind: "instance", type: 1 }, offset)).reason).toContain(
      "not a type of instances",
    );
    expect(failure(() => scope.extern("c", { kind: "component", type: 1 }, offset)).reason).toContain(
      "not a type of components",
    );
  });
});

describe("instances", () => {
  test("have resources of their own each", () => {
    const scope = scopeOf(instanceType(exported("r", subResource)));
    const resources = [1, 2].map(() => {
      const item = scope.extern("i", { kind: "instance", type: 0 }, offset);
      return item.kind === "interface" ? resourceOf(item.items, "r") : undefined;
    });
    expect(resources).toEqual([{ name: "r" }, { name: "r" }]);
    expect(resources[0]).not.toBe(resources[1]);
  });

  test("see what lies around the type that they are of, also where it is used elsewhere", () => {
    const scope = scopeOf(string, instanceType(outer(1, 0), exported("t", equal(0))));
    const inner = new TypeScope(scope.resolution, scope);
    inner.types.push(scope.typeAt(1, offset));
    const item = inner.extern("i", { kind: "instance", type: 0 }, offset);
    expect(item.kind === "interface" && item.items.get("t")).toBe(scope.types[0]);
  });

  test("give their types to what comes after them", () => {
    const inner = instanceType(exported("r", subResource));
    const items = instance(
      type(inner),
      exported("inner", { kind: "instance", type: 0 }),
      { kind: "alias", alias: { kind: "export", sort: "type", instance: 0, name: "r" }, offset },
      exported("same", equal(1)),
    );
    const nested = items.get("inner");
    expect(nested?.kind === "interface" && nested.items.get("r")).toBe(items.get("same"));
  });

  test.each<[what: string, declarators: readonly Declarator[], reason: string]>([
    ["a resource that a type defines", [type(resource)], "a type defines a resource"],
    [
      "an alias of what is not exported",
      [{ kind: "alias", alias: { kind: "export", sort: "type", instance: 0, name: "t" }, offset }],
      "there is no type t to be aliased",
    ],
    ["a scope that is not there", [outer(3, 0)], "there is no scope 3 steps outward"],
    [
      "a method of nothing",
      [type(func([])), exported("[method]r.m", { kind: "func", type: 0 })],
      "[method]r.m belongs to a resource that is not declared before it",
    ],
    [
      "a method that borrows nothing",
      [exported("r", subResource), type(func([])), exported("[method]r.m", { kind: "func", type: 1 })],
      "[method]r.m does not borrow a r as its first parameter, self",
    ],
    [
      "a method of another resource",
      [
        exported("r", subResource),
        exported("s", subResource),
        type({ kind: "borrow", resource: 1 }),
        type(func([{ label: "self", type: 2 }])),
        exported("[method]r.m", { kind: "func", type: 3 }),
      ],
      "[method]r.m does not borrow a r as its first parameter, self",
    ],
    [
      "a constructor that gives something else",
      [exported("r", subResource), type(func([], "u32")), exported("[constructor]r", { kind: "func", type: 1 })],
      "[constructor]r does not give a r back",
    ],
  ])("refuse %s", (_what, declarators, reason) => {
    const error = failure(() => instance(...declarators));
    expect(error).toMatchObject({ code: "malformed", offset });
    expect(error.reason).toContain(reason);
  });

  test("may construct what they fail to", () => {
    const items = instance(
      exported("r", subResource),
      type({ kind: "own", resource: 0 }),
      type({ kind: "result", ok: 1, err: "string" }),
      type(func([], 2)),
      exported("[constructor]r", { kind: "func", type: 3 }),
    );
    expect(items.get("[constructor]r")?.kind).toBe("function");
  });
});

describe("a file that asks for too much", () => {
  /** Types of which each has the one before it twice. */
  function doubling(count: number): ComponentDefType[] {
    const twice = (index: number): ComponentDefType => ({ kind: "tuple", types: [index, index] });
    return [string, ...Array.from({ length: count }, (_, index) => twice(index))];
  }

  test("gets a type of 65,535 parts, and not the next that has 131,071", () => {
    expect(scopeOf(...doubling(15)).types).toHaveLength(16);
    const error = failure(() => scopeOf(...doubling(16)));
    expect(error.code).toBe("unsupported");
    expect(error.reason).toContain("a type has more than 100000 parts");
  });

  test("gets types that are nested 100 deep and not 101", () => {
    const nested = (depth: number): ComponentDefType[] => [
      string,
      ...Array.from({ length: depth - 1 }, (_, type): ComponentDefType => ({ kind: "option", type })),
    ];
    expect(scopeOf(...nested(100)).types).toHaveLength(100);
    expect(failure(() => scopeOf(...nested(101))).reason).toContain("types are nested more than 100 deep");
  });

  test("does not get instances without end", () => {
    // Each type has two instances of the one before it: 60 lines would be 2 to the 60 instances.
    const twice = (index: number): ComponentDefType =>
      instanceType(
        outer(1, index),
        exported("a", { kind: "instance", type: 0 }),
        exported("b", { kind: "instance", type: 0 }),
      );
    const scope = scopeOf(instanceType(), ...Array.from({ length: 60 }, (_, index) => twice(index)));
    const error = failure(() => scope.extern("i", { kind: "instance", type: 60 }, offset));
    expect(error.code).toBe("unsupported");
    expect(error.reason).toContain("types have more than 250000 parts together");
  });

  test("does not get instances that are nested without end", () => {
    const within = (index: number): ComponentDefType =>
      instanceType(outer(1, index), exported("a", { kind: "instance", type: 0 }));
    const scope = scopeOf(instanceType(), ...Array.from({ length: 100 }, (_, index) => within(index)));
    expect(scope.extern("i", { kind: "instance", type: 99 }, offset).kind).toBe("interface");
    const error = failure(() => scope.extern("i", { kind: "instance", type: 100 }, offset));
    expect(error.code).toBe("unsupported");
    expect(error.reason).toContain("nested more than 100 deep");
  });
});
