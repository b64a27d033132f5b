import type { ResourceType, ValueType, VariantCase } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import type { ResolvedWit, WitIndex, WitType, WitTypeDefinition, WitTypeKind } from "../resolved-wit.ts";

/** A type without the names that are only other names for it. */
export type KnownType =
  | { readonly kind: "primitive"; readonly name: Exclude<WitType, WitIndex> }
  | { readonly kind: "defined"; readonly index: WitIndex; readonly definition: WitTypeDefinition };

/** The types of resolved WIT, as the canonical ABI knows them. */
export class WitTypes {
  readonly #resolved: ResolvedWit;
  readonly #values = new Map<WitIndex, ValueType>();
  readonly #resources = new Map<WitIndex, ResourceType>();
  readonly #action: string;

  /** `action` is what errors say could not be done. */
  constructor(resolved: ResolvedWit, action: string) {
    this.#resolved = resolved;
    this.#action = action;
  }

  definition(index: WitIndex): WitTypeDefinition {
    const definition = this.#resolved.types[index];
    if (definition === undefined) throw new TypeError(`there is no type ${index}`);
    return definition;
  }

  known(type: WitType): KnownType {
    if (typeof type === "string") return { kind: "primitive", name: type };
    const definition = this.definition(type);
    const { kind } = definition;
    return typeof kind === "object" && "type" in kind
      ? this.known(kind.type)
      : { kind: "defined", index: type, definition };
  }

  /** For layout and flattening. The same object each time. */
  value(type: WitType): ValueType {
    const known = this.known(type);
    if (known.kind === "primitive") {
      if (known.name === "error-context") throw this.refusal("error-context");
      return { kind: known.name };
    }
    const { index, definition } = known;
    const value = this.#values.get(index) ?? this.#valueOf(definition.kind);
    this.#values.set(index, value);
    return value;
  }

  /** The cases of anything that is a variant in the end. */
  cases(type: WitType): readonly VariantCase[] | undefined {
    const value = this.value(type);
    switch (value.kind) {
      case "variant":
        return value.cases;
      case "option":
        return [{ name: "none" }, { name: "some", type: value.type }];
      case "result":
        return [
          { name: "ok", type: value.ok },
          { name: "error", type: value.err },
        ];
      default:
        return undefined;
    }
  }

  refusal(what: string): PluginError {
    const reason = `AssemblyScript has nothing for ${what}`;
    return new PluginError({ code: "unsupported", action: this.#action, reason });
  }

  #valueOf(kind: WitTypeKind): ValueType {
    if (kind === "resource") throw new TypeError("a resource is no value");
    const one = (type: WitType | null): ValueType | undefined => (type === null ? undefined : this.value(type));
    if ("type" in kind) return this.value(kind.type);
    if ("record" in kind) {
      return { kind: "record", fields: kind.record.fields.map(({ name, type }) => ({ name, type: this.value(type) })) };
    }
    if ("tuple" in kind) {
      const { length } = kind.tuple.types;
      if (length > 20) throw this.refusal(`a tuple of more than 20 values (${length})`);
      return { kind: "tuple", types: kind.tuple.types.map((type) => this.value(type)) };
    }
    if ("list" in kind) return { kind: "list", element: this.value(kind.list) };
    if ("enum" in kind) return { kind: "enum", labels: kind.enum.cases.map(({ name }) => name) };
    if ("option" in kind) return { kind: "option", type: this.value(kind.option) };
    if ("result" in kind) return { kind: "result", ok: one(kind.result.ok), err: one(kind.result.err) };
    if ("variant" in kind) {
      return { kind: "variant", cases: kind.variant.cases.map(({ name, type }) => ({ name, type: one(type) })) };
    }
    if ("flags" in kind) {
      const labels = kind.flags.flags.map(({ name }) => name);
      return { kind: "flags", labels };
    }
    if ("handle" in kind) {
      return "own" in kind.handle
        ? { kind: "own", resource: this.#resource(kind.handle.own) }
        : { kind: "borrow", resource: this.#resource(kind.handle.borrow) };
    }
    throw this.refusal(`a type \`${Object.keys(kind).join()}\``);
  }

  #resource(index: WitIndex): ResourceType {
    const resource = this.#resources.get(index) ?? { name: this.definition(index).name ?? "" };
    this.#resources.set(index, resource);
    return resource;
  }
}
