import {
  camelCase,
  type FlagsType,
  type NumberKind,
  type RecordType,
  type ResourceType,
  type ValueType,
  type VariantCase,
} from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { group, ifBroken, indent, join, type Layout, line, listed, softLine } from "../layout/layout.ts";
import { maxWrittenTypes } from "../limits.ts";
import { propertyKey } from "../names/property-key.ts";
import { quoted } from "../names/quoted.ts";
import { uniqueKeys } from "../names/unique-keys.ts";

/**
 * Which way a value goes, seen from the plugin. Where JavaScript may pass more than it is given, an array for a typed
 * array for one, types of what goes in say so, as far as they have no name.
 */
export type Direction = "in" | "out";

/** By what name the module has a type; undefined for one that is written out. */
export type NameOf = (type: ValueType | ResourceType) => string | undefined;

const typedArrays: Readonly<Record<NumberKind, string>> = {
  s8: "Int8Array",
  u8: "Uint8Array",
  s16: "Int16Array",
  u16: "Uint16Array",
  s32: "Int32Array",
  u32: "Uint32Array",
  s64: "BigInt64Array",
  u64: "BigUint64Array",
  f32: "Float32Array",
  f64: "Float64Array",
};

/** Names that types are written with, so that nothing else may be called so. */
export const writtenNames: readonly string[] = [...Object.values(typedArrays), "Partial", "Disposable"];

/** Writes WIT types as what their values are in JavaScript. */
export class TypeLayouts {
  readonly #nameOf: NameOf;
  #left = maxWrittenTypes;

  constructor(nameOf: NameOf) {
    this.#nameOf = nameOf;
  }

  type(type: ValueType, direction: Direction): Layout {
    return union(this.#members(type, direction));
  }

  /** The type itself, though it have a name: what follows the `=` of its declaration, as the members of a union. */
  structure(type: ValueType): readonly Layout[] {
    return this.#structure(type, "out");
  }

  /** What the fields of a record or the labels of flags are as properties. */
  properties(type: RecordType | FlagsType): readonly Layout[] {
    if (type.kind === "flags") {
      return uniqueKeys(type.labels, camelCase, "flags").map((key) => `${propertyKey(key)}: boolean`);
    }
    const labels = type.fields.map((field) => field.name);
    const keys = uniqueKeys(labels, camelCase, "a record");
    return type.fields.map((field, index) => {
      const isOptional = field.type.kind === "option" && field.type.type.kind !== "option";
      return [propertyKey(keys[index] ?? ""), isOptional ? "?: " : ": ", this.type(field.type, "out")];
    });
  }

  /** A case of a variant, `{ tag: "circle"; val: number }`. */
  case({ name, type }: VariantCase, direction: Direction): Layout {
    const tag = `tag: ${quoted(name)}`;
    return object(type === undefined ? [tag] : [tag, ["val: ", this.type(type, direction)]]);
  }

  resource(resource: ResourceType): string {
    return this.#nameOf(resource) ?? "object";
  }

  #members(type: ValueType, direction: Direction): readonly Layout[] {
    const name = this.#nameOf(type);
    if (name === undefined) return this.#structure(type, direction);
    return [type.kind === "flags" && direction === "in" ? `Partial<${name}>` : name];
  }

  #structure(type: ValueType, direction: Direction): readonly Layout[] {
    this.#left--;
    if (this.#left < 0) throw tooLarge();
    switch (type.kind) {
      case "bool":
        return ["boolean"];
      case "char":
      case "string":
        return ["string"];
      case "list":
        return this.#list(type.element, direction);
      case "record":
      case "flags":
        return [object(this.properties(type))];
      case "tuple": {
        const parts = type.types.map((part) => tupleElement(this.#members(part, direction), type.types.length));
        return [[direction === "in" ? "readonly " : "", listed("[", parts, "]")]];
      }
      case "variant":
        return type.cases.map((one) => this.case(one, direction));
      case "enum":
        return type.labels.map(quoted);
      case "option":
        if (type.type.kind !== "option") return [...this.#members(type.type, direction), "undefined"];
        return [this.case({ name: "some", type: type.type }, direction), this.case({ name: "none" }, direction)];
      case "result":
        return [
          this.case({ name: "ok", type: type.ok }, direction),
          this.case({ name: "err", type: type.err }, direction),
        ];
      case "own":
      case "borrow":
        return [this.resource(type.resource)];
      case "unsupported":
        throw notCarried(type.text);
      default:
        return [isBig(type.view ?? type.kind) ? "bigint" : "number"];
    }
  }

  #list(element: ValueType, direction: Direction): readonly Layout[] {
    const plain = [direction === "in" ? "readonly " : "", this.#element(element, direction), "[]"];
    if (!isNumber(element)) return [plain];
    const typed = typedArrays[element.view ?? element.kind];
    return direction === "in" ? [typed, plain] : [typed];
  }

  #element(type: ValueType, direction: Direction): Layout {
    const members = this.#members(type, direction);
    const [only = "", ...more] = members;
    const isReadonly = direction === "in" && (type.kind === "list" || type.kind === "tuple");
    if (more.length === 0 && (!isReadonly || this.#nameOf(type) !== undefined)) return only;
    if (more.length === 0) return ["(", only, ")"];
    return group(["(", indent([softLine, spread(members)]), softLine, ")"]);
  }
}

/** Unions beside others are told from them by parentheses where they are broken into lines. */
function tupleElement(members: readonly Layout[], count: number): Layout {
  if (members.length === 1 || count === 1) return group(spread(members));
  return group([indent([ifBroken("("), softLine, spread(members)]), softLine, ifBroken(")")]);
}

/** The members of a union, without what is around them where they are broken into lines. */
function spread(members: readonly Layout[]): Layout {
  if (members.length === 1) return members;
  return [ifBroken("| "), join([line, "| "], members.map(indent))];
}

function union(members: readonly Layout[]): Layout {
  return members.length === 1 ? members : group(indent([softLine, spread(members)]));
}

function object(properties: readonly Layout[]): Layout {
  return group(["{", indent([line, join([";", line], properties)]), ifBroken(";"), line, "}"]);
}

function isNumber(type: ValueType): type is Extract<ValueType, { readonly kind: NumberKind }> {
  return Object.hasOwn(typedArrays, type.kind);
}

function isBig(kind: NumberKind): boolean {
  return kind === "s64" || kind === "u64";
}

function notCarried(text: string): PluginError {
  const reason = `values of type ${text} cannot be passed yet`;
  return new PluginError({ code: "unsupported", action: "write types", reason });
}

function tooLarge(): PluginError {
  const reason = `there are more than ${maxWrittenTypes} types to be written out`;
  return new PluginError({ code: "unsupported", action: "write types", reason });
}
