import { type DiscriminantKind, discriminantType, flagsSize } from "@polyplug/abi";
import type { WitIndex, WitType, WitTypeDefinition, WitTypeKind } from "../resolved-wit.ts";
import { memberName, pascalCase, typeName, unused } from "./identifiers.ts";
import type { ModuleNames } from "./module-names.ts";
import type { WitTypes } from "./wit-types.ts";
import type { BindingModule, Side, WorldModules } from "./world-modules.ts";

/** What a type is in AssemblyScript, as far as it matters to whoever reads or writes its values. */
export type Shape =
  | { readonly kind: "number"; readonly number: string }
  | { readonly kind: "bool" | "string" }
  /** An enum or flags: numbers of 32 bits here, of as many as it takes where the host has them. */
  | { readonly kind: "label"; readonly stored: DiscriminantKind }
  | { readonly kind: "list"; readonly element: WitType; readonly of: Shape }
  | { readonly kind: "product"; readonly fields: readonly ProductField[] }
  | {
      readonly kind: "sum";
      readonly stored: DiscriminantKind;
      readonly cases: readonly SumCase[];
      tag(value: string): string;
    }
  | { readonly kind: "handle"; readonly isOwn: boolean; readonly resource: WitIndex };

interface ProductField {
  readonly name: string;
  readonly type: WitType;
}

interface SumCase {
  readonly type: WitType | undefined;
  /** A value of this case. */
  make(payload: string): string;
  /** What a value of this case carries. */
  payload(value: string): string;
}

/** The types of a world as they are written in AssemblyScript. */
export class Shapes {
  readonly types: WitTypes;
  readonly #modules: WorldModules;

  constructor(types: WitTypes, modules: WorldModules) {
    this.types = types;
    this.#modules = modules;
  }

  /** The file that declares a type which has a name. */
  home(definition: WitTypeDefinition, side: Side, index: WitIndex): BindingModule {
    const { owner } = definition;
    if (owner === null) throw new TypeError("a type without a name is declared nowhere");
    const id = "interface" in owner ? owner.interface : undefined;
    return this.#modules.find(id, this.isSided(index) ? side : "import");
  }

  /** The type, as it is written in the file that the names are for. `side` says whose resources are meant. */
  text(type: WitType, side: Side, names: ModuleNames): string {
    const known = this.types.known(type);
    if (known.kind === "primitive") return known.name === "char" ? names.sdk("char") : primitiveText(known.name);
    const { definition, index } = known;
    const { kind } = definition;
    if (typeof kind !== "string") {
      if ("handle" in kind) {
        return this.text("own" in kind.handle ? kind.handle.own : kind.handle.borrow, side, names);
      }
      if ("list" in kind) {
        const isFlat = ["number", "bool", "label"].includes(this.shape(kind.list, side, names).kind);
        return `${isFlat ? "StaticArray" : "Array"}<${this.text(kind.list, side, names)}>`;
      }
      if ("tuple" in kind) {
        const { types } = kind.tuple;
        const parts = types.map((part) => this.text(part, side, names));
        return `${names.sdk(`Tuple${types.length}`)}<${parts.join(", ")}>`;
      }
      if ("option" in kind) {
        const content = this.text(kind.option, side, names);
        return this.#isNullable(kind.option) ? `${content} | null` : `${names.sdk("Option")}<${content}>`;
      }
      if ("result" in kind) {
        const part = (one: WitType | null) => (one === null ? names.sdk("Unit") : this.text(one, side, names));
        return `${names.sdk("Result")}<${part(kind.result.ok)}, ${part(kind.result.err)}>`;
      }
    }
    const home = this.home(definition, side, index);
    const name = typeName(definition.name ?? "");
    return kind === "resource" && home.side === "export"
      ? `${names.plugin()}${home.namespace}.${name}`
      : `${names.of(home)}${name}`;
  }

  shape(type: WitType, side: Side, names: ModuleNames): Shape {
    const known = this.types.known(type);
    if (known.kind === "primitive") {
      const { name } = known;
      if (name === "bool" || name === "string") return { kind: name };
      return { kind: "number", number: name === "char" ? "u32" : primitiveText(name) };
    }
    const { kind } = known.definition;
    const text = (): string => this.text(type, side, names);
    if (kind === "resource") throw new TypeError("a resource is no value");
    if ("handle" in kind) {
      const isOwn = "own" in kind.handle;
      const resource = this.types.known("own" in kind.handle ? kind.handle.own : kind.handle.borrow);
      if (resource.kind === "primitive") throw new TypeError("a handle of no resource");
      return { kind: "handle", isOwn, resource: resource.index };
    }
    if ("list" in kind) return { kind: "list", element: kind.list, of: this.shape(kind.list, side, names) };
    if ("enum" in kind) return { kind: "label", stored: discriminantType(kind.enum.cases) };
    if ("flags" in kind) {
      const sizes = { 1: "u8", 2: "u16", 4: "u32" } as const;
      return { kind: "label", stored: sizes[flagsSize(kind.flags.flags.map(({ name }) => name))] };
    }
    if ("record" in kind) {
      const fields = memberNames(kind.record.fields.map(({ name }) => name));
      return {
        kind: "product",
        fields: kind.record.fields.map((field, at) => ({ name: fields[at] ?? "", type: field.type })),
      };
    }
    if ("tuple" in kind) {
      return { kind: "product", fields: kind.tuple.types.map((part, at) => ({ name: `f${at}`, type: part })) };
    }
    if ("option" in kind) return this.#option(kind.option, side, names);
    if ("result" in kind) return this.#result(kind.result, text, names);
    if ("variant" in kind) {
      const cases = caseNames(kind.variant.cases.map(({ name }) => name));
      return {
        kind: "sum",
        stored: discriminantType(this.types.cases(type) ?? []),
        tag: (value) => `${value}.tag`,
        cases: kind.variant.cases.map((one, at) => ({
          type: one.type ?? undefined,
          make: (payload) => `${text()}.${cases[at]}(${payload})`,
          payload: (value) => `${value}.${cases[at]}`,
        })),
      };
    }
    throw this.types.refusal(`a type \`${Object.keys(kind).join()}\``);
  }

  #option(type: WitType, side: Side, names: ModuleNames): Shape {
    const content = this.text(type, side, names);
    const stored = "u8";
    if (this.#isNullable(type)) {
      const some = {
        type,
        make: (payload: string) => payload,
        payload: (value: string) => `changetype<${content}>(${value})`,
      };
      const none = { type: undefined, make: () => "null", payload: (value: string) => value };
      return { kind: "sum", stored, tag: (value) => `<i32>(${value} !== null)`, cases: [none, some] };
    }
    return {
      kind: "sum",
      stored,
      tag: (value) => `<i32>${value}.isSome`,
      cases: [
        { type: undefined, make: () => `${names.sdk("none")}<${content}>()`, payload: (value) => value },
        {
          type,
          make: (payload) => `${names.sdk("some")}<${content}>(${payload})`,
          payload: (value) => `${value}.value`,
        },
      ],
    };
  }

  #result(
    { ok, err }: { readonly ok: WitType | null; readonly err: WitType | null },
    text: () => string,
    names: ModuleNames,
  ): Shape {
    const sides = text().slice("Result".length);
    const one = (make: "ok" | "err", type: WitType | null, property: string) => ({
      type: type ?? undefined,
      make: (payload: string) => `${names.sdk(make)}${sides}(${payload})`,
      payload: (value: string) => `${value}.${property}`,
    });
    return {
      kind: "sum",
      stored: "u8",
      tag: (value) => `<i32>${value}.isErr`,
      cases: [one("ok", ok, "value"), one("err", err, "error")],
    };
  }

  /** Whether the type is one of references that are never null. */
  #isNullable(type: WitType): boolean {
    const known = this.types.known(type);
    if (known.kind === "primitive") return known.name === "string";
    const { kind } = known.definition;
    if (kind === "resource") return true;
    if ("enum" in kind || "flags" in kind) return false;
    return !("option" in kind) || !this.#isNullable(kind.option);
  }

  /** Whether a value may carry a resource that is not the plugin's own and only lent to it. */
  lends(type: WitType, side: Side): boolean {
    return this.#some(type, ({ kind }) => {
      if (kind === "resource" || !("handle" in kind) || !("borrow" in kind.handle)) return false;
      const { borrow } = kind.handle;
      const resource = this.types.known(borrow);
      return resource.kind === "defined" && this.home(resource.definition, side, resource.index).side === "import";
    });
  }

  /** Whether it matters whose resources are meant: a type without any is the same on both sides. */
  isSided(type: WitType): boolean {
    return this.#some(type, ({ kind }) => kind === "resource" || "handle" in kind);
  }

  /** Whether anything holds for the type itself or for one of its parts. */
  #some(type: WitType, holds: (definition: WitTypeDefinition) => boolean): boolean {
    const known = this.types.known(type);
    if (known.kind === "primitive") return false;
    return holds(known.definition) || partsOf(known.definition.kind).some((part) => this.#some(part, holds));
  }
}

/** The types that a type is made of; not the resource of a handle. */
function partsOf(kind: WitTypeKind): readonly WitType[] {
  if (kind === "resource" || "handle" in kind) return [];
  if ("record" in kind) return kind.record.fields.map(({ type }) => type);
  if ("tuple" in kind) return kind.tuple.types;
  if ("list" in kind) return [kind.list];
  if ("option" in kind) return [kind.option];
  const parts =
    "result" in kind
      ? [kind.result.ok, kind.result.err]
      : "variant" in kind
        ? kind.variant.cases.map((one) => one.type)
        : [];
  return parts.filter((part) => part !== null);
}

/** Fields, in an order in which none hides another. */
export function memberNames(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => unused(memberName(label), taken));
}

/** Cases of a variant: its class has other members as well. */
export function caseNames(labels: readonly string[]): string[] {
  const taken = new Set(["tag", "payload", "bits", "object"]);
  return labels.map((label) => unused(memberName(label), taken));
}

export function enumNames(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => unused(pascalCase(label), taken));
}

function primitiveText(name: string): string {
  return name.replace(/^s(?=\d)/, "i");
}
