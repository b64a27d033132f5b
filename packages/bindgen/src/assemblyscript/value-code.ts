import { type CoreType, elementSize, fieldOffsets, flattenType, payloadOffset, type ValueType } from "@polyplug/abi";
import type { WitType } from "../resolved-wit.ts";
import { liftedCore, loweredCore } from "./joined-core.ts";
import type { ModuleNames } from "./module-names.ts";
import type { ResourceCode } from "./resource-code.ts";
import type { Shape, Shapes } from "./shapes.ts";
import { TypeFunctions } from "./type-functions.ts";
import type { Side } from "./world-modules.ts";

/** What it takes to pass a value outside of memory. */
export interface Lowered {
  readonly statements: readonly string[];
  /** One for each core value. */
  readonly values: readonly string[];
}

/**
 * Writes the code that carries values between AssemblyScript and the canonical ABI, for the types as one side has them.
 * Types with parts get a function each, once.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values | Canonical ABI, lifting and lowering values}.
 */
export class ValueCode {
  readonly #shapes: Shapes;
  readonly #names: ModuleNames;
  readonly #resources: ResourceCode;
  readonly #functions: TypeFunctions;
  #locals = 0;

  constructor(shapes: Shapes, names: ModuleNames, resources: ResourceCode) {
    this.#shapes = shapes;
    this.#names = names;
    this.#resources = resources;
    this.#functions = new TypeFunctions(shapes, names);
  }

  /** The functions that the code so far calls. */
  functions(): string[] {
    return this.#functions.texts();
  }

  /** A name for a local variable that no other has. */
  local(): string {
    this.#locals += 1;
    return `v${this.#locals}`;
  }

  /** An expression for the value at an address: `pointer` is the name of a variable, `offset` a number of bytes. */
  load(type: WitType, side: Side, pointer: string, offset: number): string {
    const shape = this.#shape(type, side);
    const word = (kind: string, at = offset): string => `load<${kind}>(${pointer}${at === 0 ? "" : `, ${at}`})`;
    switch (shape.kind) {
      case "number":
        return word(shape.number);
      case "bool":
        return `${word("u8")} != 0`;
      case "label":
        return `<i32>${word(shape.stored)}`;
      case "string":
      case "list":
        return this.#take(type, shape, side, word("i32"), word("i32", offset + 4));
      case "handle":
        return this.#resources.lift(shape, side, word("u32"));
      default: {
        const place = offset === 0 ? pointer : `${pointer} + ${offset}`;
        return `${this.#loadFunction(type, shape, side)}(${place})`;
      }
    }
  }

  /** Statements that put a value at an address. `value` is looked at more than once. */
  store(type: WitType, side: Side, pointer: string, offset: number, value: string): string[] {
    const shape = this.#shape(type, side);
    const word = (kind: string, text: string, at = offset): string =>
      `store<${kind}>(${pointer}, ${text}${at === 0 ? "" : `, ${at}`});`;
    switch (shape.kind) {
      case "number":
        return [word(shape.number, value)];
      case "bool":
        return [word("u8", `<u8>${value}`)];
      case "label":
        return [word(shape.stored, `<${shape.stored}>${value}`)];
      case "string":
      case "list":
        return [word("i32", this.#give(type, shape, side, value)), word("i32", `${value}.length`, offset + 4)];
      case "handle":
        return [word("u32", this.#resources.lower(shape, side, value))];
      default: {
        const place = offset === 0 ? pointer : `${pointer} + ${offset}`;
        return [`${this.#storeFunction(type, shape, side)}(${place}, ${value});`];
      }
    }
  }

  /** An expression for the value that these core values are. They are looked at more than once. */
  lift(type: WitType, side: Side, cores: readonly string[]): string {
    const shape = this.#shape(type, side);
    const [first = "", second = ""] = cores;
    switch (shape.kind) {
      case "number":
        return /^[if](32|64)$/.test(shape.number) ? first : `<${shape.number}>${first}`;
      case "bool":
        return `${first} != 0`;
      case "label":
        return first;
      case "string":
      case "list":
        return this.#take(type, shape, side, first, second);
      case "handle":
        return this.#resources.lift(shape, side, first);
      case "product":
        return this.#construct(type, side, this.#liftFields(shape, side, cores));
      case "sum":
        return `${this.#liftFunction(type, shape, side)}(${cores.join(", ")})`;
    }
  }

  /** What makes core values of a value. `value` is looked at more than once. */
  lower(type: WitType, side: Side, value: string): Lowered {
    const shape = this.#shape(type, side);
    switch (shape.kind) {
      case "number":
      case "bool":
      case "label":
        return { statements: [], values: [value] };
      case "string":
      case "list":
        return { statements: [], values: [this.#give(type, shape, side, value), `${value}.length`] };
      case "handle":
        return { statements: [], values: [this.#resources.lower(shape, side, value)] };
      case "product": {
        const fields = shape.fields.map((field) => {
          const [own, statements] = this.#asked(field.type, side, `${value}.${field.name}`);
          const lowered = this.lower(field.type, side, own);
          return { ...lowered, statements: [...statements, ...lowered.statements] };
        });
        return {
          statements: fields.flatMap(({ statements }) => statements),
          values: fields.flatMap(({ values }) => values),
        };
      }
      case "sum":
        return this.#lowerSum(type, shape, side, value);
    }
  }

  #shape(type: WitType, side: Side): Shape {
    return this.#shapes.shape(type, side, this.#names);
  }

  #value(type: WitType): ValueType {
    return this.#shapes.types.value(type);
  }

  #text(type: WitType, side: Side): string {
    return this.#shapes.text(type, side, this.#names);
  }

  #construct(type: WitType, side: Side, parts: readonly string[]): string {
    return `new ${this.#text(type, side)}(${parts.join(", ")})`;
  }

  /** What becomes of a string or a list that the host wrote. */
  #take(type: WitType, shape: Shape, side: Side, pointer: string, length: string): string {
    if (shape.kind !== "list") return `${this.#names.machinery("takeString")}(${pointer}, ${length})`;
    const { of } = shape;
    if (of.kind === "label") return `${this.#names.machinery("takeLabels")}<${of.stored}>(${pointer}, ${length})`;
    if (of.kind === "number" || of.kind === "bool") {
      const element = this.#text(shape.element, side);
      return `${this.#names.machinery("takeNumbers")}<${element}>(${pointer}, ${length})`;
    }
    const { element } = shape;
    const size = elementSize(this.#value(element));
    const name = this.#functions.of("take", type, side, () => {
      const text = this.#text(element, side);
      return {
        signature: `(pointer: i32, length: i32): Array<${text}>`,
        body: [
          `const values = new Array<${text}>(length);`,
          "for (let i = 0, at = <usize>pointer; i < length; i++) {",
          `  unchecked((values[i] = ${this.load(element, side, "at", 0)}));`,
          `  at += ${size};`,
          "}",
          `${this.#names.machinery("take")}(pointer, length);`,
          "return values;",
        ],
      };
    });
    return `${name}(${pointer}, ${length})`;
  }

  /** The address of a string or a list, for the host to read. */
  #give(type: WitType, shape: Shape, side: Side, value: string): string {
    if (shape.kind !== "list") return `${this.#names.machinery("stringPointer")}(${value})`;
    const { of, element } = shape;
    if (of.kind === "label") return `${this.#names.machinery("labelsPointer")}<${of.stored}>(${value})`;
    if (of.kind === "number" || of.kind === "bool") return `${this.#names.machinery("numbersPointer")}(${value})`;
    const size = elementSize(this.#value(element));
    const name = this.#functions.of("give", type, side, () => ({
      signature: `(values: Array<${this.#text(element, side)}>): i32`,
      body: [
        `const pointer = ${this.#names.machinery("scratch")}(<usize>values.length * ${size});`,
        "for (let i = 0, at = pointer; i < values.length; i++) {",
        "  const value = values[i];",
        ...this.store(element, side, "at", 0, "value").map((line) => `  ${line}`),
        `  at += ${size};`,
        "}",
        "return <i32>pointer;",
      ],
    }));
    return `${name}(${value})`;
  }

  #loadFunction(type: WitType, shape: Shape, side: Side): string {
    return this.#functions.of("load", type, side, () => {
      const signature = `(pointer: usize): ${this.#text(type, side)}`;
      if (shape.kind === "product") {
        const offsets = this.#offsets(shape);
        const parts = shape.fields.map((field, at) => this.load(field.type, side, "pointer", offsets[at] ?? 0));
        return { signature, body: [`return ${this.#construct(type, side, parts)};`] };
      }
      if (shape.kind !== "sum") throw new TypeError("only types with parts have functions");
      const offset = this.#payloadOffset(type);
      const payload = (part: WitType): string => this.load(part, side, "pointer", offset);
      return { signature, body: this.#choose(shape, `load<${shape.stored}>(pointer)`, payload) };
    });
  }

  #storeFunction(type: WitType, shape: Shape, side: Side): string {
    return this.#functions.of("store", type, side, () => {
      const signature = `(pointer: usize, value: ${this.#text(type, side)}): void`;
      if (shape.kind === "product") {
        const offsets = this.#offsets(shape);
        const body = shape.fields.flatMap((field, at) => {
          const [own, statements] = this.#asked(field.type, side, `value.${field.name}`);
          return [...statements, ...this.store(field.type, side, "pointer", offsets[at] ?? 0, own)];
        });
        return { signature, body };
      }
      if (shape.kind !== "sum") throw new TypeError("only types with parts have functions");
      const offset = this.#payloadOffset(type);
      const arms = shape.cases.map((one) => {
        const { type: part } = one;
        if (part === undefined) return [];
        const [own, statements] = this.#asked(part, side, one.payload("value"));
        return [...statements, ...this.store(part, side, "pointer", offset, own)];
      });
      const tag = `store<${shape.stored}>(pointer, <${shape.stored}>tag);`;
      return { signature, body: [`const tag = ${shape.tag("value")};`, tag, ...whereTag("tag", arms)] };
    });
  }

  #liftFunction(type: WitType, shape: Shape & { kind: "sum" }, side: Side): string {
    return this.#functions.of("lift", type, side, () => {
      const [, ...payload] = this.#flat(type);
      const cores = payload.map((_, at) => `p${at}`);
      const params = ["tag: i32", ...payload.map((core, at) => `p${at}: ${core}`)];
      const lift = (part: WitType): string => {
        const own = this.#flat(part).map((core, at) => liftedCore(cores[at] ?? "", payload[at] ?? core, core));
        return this.lift(part, side, own);
      };
      return { signature: `(${params.join(", ")}): ${this.#text(type, side)}`, body: this.#choose(shape, "tag", lift) };
    });
  }

  #liftFields(shape: Shape & { kind: "product" }, side: Side, cores: readonly string[]): string[] {
    let next = 0;
    return shape.fields.map((field) => {
      const { length } = this.#flat(field.type);
      next += length;
      return this.lift(field.type, side, cores.slice(next - length, next));
    });
  }

  #lowerSum(type: WitType, shape: Shape & { kind: "sum" }, side: Side, value: string): Lowered {
    const [, ...payload] = this.#flat(type);
    const tag = this.local();
    const places = payload.map((core) => ({ name: this.local(), core }));
    const arms = shape.cases.map((one) => {
      const { type: part } = one;
      if (part === undefined) return [];
      const [own, asked] = this.#asked(part, side, one.payload(value));
      const cores = this.#flat(part);
      const { statements, values } = this.lower(part, side, own);
      const set = values.map((lowered, at) => {
        const { name = "", core = "i32" } = places[at] ?? {};
        return `${name} = ${loweredCore(lowered, cores[at] ?? core, core)};`;
      });
      return [...asked, ...statements, ...set];
    });
    const declared = places.map(({ name, core }) => `let ${name}: ${core} = 0;`);
    return {
      statements: [`const ${tag} = ${shape.tag(value)};`, ...declared, ...whereTag(tag, arms)],
      values: [tag, ...places.map(({ name }) => name)],
    };
  }

  /** What may be looked at more than once, and the statement that it takes so that the expression is not. */
  #asked(type: WitType, side: Side, expression: string): readonly [name: string, statements: readonly string[]] {
    if (["number", "bool", "label", "handle"].includes(this.#shape(type, side).kind)) return [expression, []];
    const local = this.local();
    return [local, [`const ${local} = ${expression};`]];
  }

  #choose(shape: Shape & { kind: "sum" }, tag: string, payload: (type: WitType) => string): string[] {
    const made = shape.cases.map((one) => `return ${one.make(one.type === undefined ? "" : payload(one.type))};`);
    return [
      `switch (${tag}) {`,
      ...made.slice(0, -1).map((text, at) => `  case ${at}: ${text}`),
      `  default: ${made.at(-1)}`,
      "}",
    ];
  }

  #offsets(shape: Shape & { kind: "product" }): readonly number[] {
    return fieldOffsets(shape.fields.map((field) => ({ type: this.#value(field.type) })));
  }

  #payloadOffset(type: WitType): number {
    return payloadOffset(this.#shapes.types.cases(type) ?? []);
  }

  #flat(type: WitType): readonly CoreType[] {
    const flat = flattenType(this.#value(type));
    if (flat === undefined) throw new TypeError("it is passed in memory");
    return flat;
  }
}

/** A block for each case of a sum that has something to do. */
function whereTag(tag: string, arms: readonly (readonly string[])[]): string[] {
  return arms.flatMap((arm, at) =>
    arm.length === 0 ? [] : [`if (${tag} == ${at}) {`, ...arm.map((line) => `  ${line}`), "}"],
  );
}

/** Bytes and alignment of values that lie one behind the other, as parameters and results do in memory. */
export function areaOf(types: readonly ValueType[]): { readonly size: number; readonly offsets: readonly number[] } {
  const offsets = fieldOffsets(types.map((type) => ({ type })));
  const last = types.at(-1);
  const end = last === undefined ? 0 : (offsets.at(-1) ?? 0) + elementSize(last);
  return { size: Math.ceil(end / 8) * 8, offsets };
}
