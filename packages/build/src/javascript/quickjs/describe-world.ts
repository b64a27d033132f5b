import {
  camelCase,
  type FunctionType,
  type Interface,
  type Item,
  type NumberType,
  type ResourceType,
  readFunctionName,
  shortName,
  staticKey,
  type ValueType,
  type World,
} from "@polyplug/abi";
import { pascalCase } from "@polyplug/typings";
import type { CarriedClass, CarriedFace, CarriedFunction, CarriedType, CarriedWorld } from "./carried-world.ts";
import { exportedResources } from "./exported-resources.ts";

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Says of a world how its values cross the border of the engine. */
export function describeWorld(world: World): CarriedWorld {
  const { imports, exports } = world;
  const description = new Description([...exportedResources(world)]);
  const own = [...exports].filter((entry): entry is [string, Item] => entry[1].kind !== "interface");
  const provided = [...imports].flatMap(([name, item]) =>
    item.kind === "function" ? [[name, camelCase(name), description.function(item.type)] as const] : [],
  );
  return {
    exports: interfacesOf(exports).map(([id, { items }]) => [[shortName(id), id], description.face(items)]),
    own: description.face(new Map(own)),
    imports: interfacesOf(imports).map(([id, { items }]) => [id, description.face(items)]),
    provided,
    types: description.types,
  };
}

function interfacesOf(items: World["exports"]): [string, Interface][] {
  return [...items].filter((entry): entry is [string, Interface] => entry[1].kind === "interface");
}

class Description {
  readonly types: CarriedType[] = [];
  readonly #places = new Map<ValueType, number>();
  readonly #resources: readonly ResourceType[];

  constructor(resources: readonly ResourceType[]) {
    this.#resources = resources;
  }

  face(items: ReadonlyMap<string, Item>): CarriedFace {
    const functions: [string, CarriedFunction][] = [];
    const classes = new Map<
      string,
      Writable<CarriedClass> & Record<"methods" | "statics", [string, CarriedFunction][]>
    >();
    for (const [name, item] of items) {
      const read = readFunctionName(name);
      if (item.kind !== "function" || read === undefined) continue;
      const type = this.function(item.type, read.kind === "method" ? 1 : 0);
      if (read.kind === "freestanding") functions.push([camelCase(name), type]);
      else {
        const found = items.get(read.resource);
        const resource = found?.kind === "resource" ? this.#resources.indexOf(found.resource) : -1;
        const one = classes.get(read.resource) ?? { methods: [], statics: [], ...(resource >= 0 && { resource }) };
        classes.set(read.resource, one);
        if (read.kind === "constructor") one.construct = type;
        else if (read.kind === "method") one.methods.push([camelCase(read.name), type]);
        else one.statics.push([staticKey(read.name), type]);
      }
    }
    return { functions, classes: [...classes].map(([label, one]) => [pascalCase(label), one]) };
  }

  /** The handle that a method is called on is no parameter to JavaScript. */
  function({ params, result }: FunctionType, self = 0): CarriedFunction {
    const carried = params.slice(self).map(({ type }) => this.#place(type));
    if (result?.kind !== "result") {
      return { params: carried, fails: false, ...(result !== undefined && { result: this.#place(result) }) };
    }
    const { ok, err } = result;
    return {
      params: carried,
      fails: true,
      ...(ok !== undefined && { result: this.#place(ok) }),
      ...(err !== undefined && { error: this.#place(err) }),
    };
  }

  #place(type: ValueType): number {
    const known = this.#places.get(type);
    if (known !== undefined) return known;
    // What it is made of comes before it.
    const carried = this.#carried(type);
    const place = this.types.push(carried) - 1;
    this.#places.set(type, place);
    return place;
  }

  #carried(type: ValueType): CarriedType {
    switch (type.kind) {
      case "list":
        if (isNumber(type.element)) return { kind: "numbers", number: type.element.kind };
        return { kind: "list", element: this.#place(type.element) };
      case "record":
        return { kind: "record", fields: type.fields.map((one) => [camelCase(one.name), this.#place(one.type)]) };
      case "tuple":
        return { kind: "tuple", types: type.types.map((one) => this.#place(one)) };
      case "variant":
        return this.#tagged(type.cases.map(({ name, type: one }) => [name, one]));
      case "result":
        return this.#tagged([
          ["ok", type.ok],
          ["err", type.err],
        ]);
      case "option":
        if (type.type.kind === "option") return this.#tagged([["some", type.type]]);
        return { kind: "option", type: this.#place(type.type) };
      case "own":
      case "borrow": {
        const resource = this.#resources.indexOf(type.resource);
        return resource < 0 ? { kind: "plain" } : { kind: "handle", resource };
      }
      default:
        return isNumber(type) ? { kind: "number", number: type.kind } : { kind: "plain" };
    }
  }

  #tagged(cases: readonly (readonly [string, ValueType | undefined])[]): CarriedType {
    const carrying = cases.flatMap(([tag, type]) => (type === undefined ? [] : [[tag, this.#place(type)] as const]));
    return { kind: "tagged", cases: carrying };
  }
}

const numbers: ReadonlySet<string> = new Set(["s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64"]);

function isNumber(type: ValueType): type is NumberType {
  return numbers.has(type.kind);
}
