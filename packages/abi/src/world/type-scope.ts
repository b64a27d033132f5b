import type {
  Alias,
  ComponentDefType,
  ComponentExternType,
  ComponentFuncType,
  ComponentValType,
  ExternName,
  TypeBound,
} from "@polyplug/wasm-binary";
import type { FunctionType } from "../types/function-type.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { checkFunctionName } from "./check-function-name.ts";
import type { Resolution } from "./resolution.ts";
import { resolveDefinedType } from "./resolve-defined-type.ts";
import type {
  DeclaredType,
  ResolvedDeclarations,
  ResolvedExtern,
  ResolvedInstance,
  ResolvedType,
} from "./resolved-type.ts";
import type { Item } from "./world.ts";

/**
 * The type index space of a component, or of a type of components or instances, resolved as it is read. Whoever walks a
 * component keeps one for each component it instantiates, and adds the types that come from elsewhere to `types`
 * itself: those of imports, exports and aliased exports of its own instances.
 *
 * Offsets are those that errors carry. A type that breaks a rule throws `malformed`, one that is too large
 * `unsupported`.
 */
export class TypeScope {
  readonly resolution: Resolution;
  readonly parent: TypeScope | undefined;
  readonly types: ResolvedType[] = [];
  /** Instances that declarators define. */
  readonly instances: ResolvedInstance[] = [];

  constructor(resolution: Resolution, parent?: TypeScope) {
    this.resolution = resolution;
    this.parent = parent;
  }

  /** Adds a type that is defined here, and gives it. A resource is a new one each time. */
  define(type: ComponentDefType, offset: number): ResolvedType {
    const resolved = this.#resolve(type, offset);
    this.types.push(resolved);
    return resolved;
  }

  #resolve(type: ComponentDefType, offset: number): ResolvedType {
    switch (type.kind) {
      case "instance":
      case "component":
        this.resolution.spend(1, offset);
        return { kind: type.kind, declarators: type.declarators, scope: this };
      case "func":
        return { kind: "function", type: this.#function(type, offset) };
      case "resource":
        return { kind: "resource", resource: this.resolution.unnamedResource() };
      default:
        return { kind: "type", type: resolveDefinedType(this, type, offset) };
    }
  }

  #function({ async, params, result }: ComponentFuncType, offset: number): FunctionType {
    this.resolution.spend(1 + params.length, offset);
    const type = {
      async,
      params: params.map((param) => ({ name: param.label, type: this.valueType(param.type, offset) })),
      result: result === undefined ? undefined : this.valueType(result, offset),
    };
    if (type.result !== undefined && this.resolution.borrows(type.result)) {
      throw this.resolution.malformed("a function gives back a borrow", offset);
    }
    return type;
  }

  /** The type at an index, whatever it is. */
  typeAt(index: number, offset: number): ResolvedType {
    const type = this.types[index];
    if (type === undefined) throw this.resolution.malformed(`there is no type ${index}`, offset);
    return type;
  }

  /** The type of values at an index, or the primitive one. */
  valueType(type: ComponentValType, offset: number): ValueType {
    if (type === "error-context") return { kind: "unsupported", text: type };
    if (typeof type === "string") return { kind: type };
    return this.#at(type, "type", "a type of values", offset).type;
  }

  functionType(index: number, offset: number): FunctionType {
    return this.#at(index, "function", "a function", offset).type;
  }

  resource(index: number, offset: number): ResourceType {
    return this.#at(index, "resource", "a resource", offset).resource;
  }

  #at<K extends ResolvedType["kind"]>(
    index: number,
    kind: K,
    wanted: string,
    offset: number,
  ): Extract<ResolvedType, { kind: K }> {
    const type = this.typeAt(index, offset);
    if (isOf(type, kind)) return type;
    throw this.resolution.malformed(`type ${index} is ${nouns[type.kind]}, not ${wanted}`, offset);
  }

  /** The scope `count` steps outward. */
  enclosing(count: number, offset: number): TypeScope {
    let scope: TypeScope | undefined = this;
    for (let step = 0; step < count; step++) scope = scope?.parent;
    if (scope === undefined) throw this.resolution.malformed(`there is no scope ${count} steps outward`, offset);
    return scope;
  }

  /** What an import or an export of such a type is, under its name. Resources that it has are new ones. */
  extern(name: string, type: ComponentExternType, offset: number): ResolvedExtern {
    switch (type.kind) {
      case "func":
        return this.#at(type.type, "function", "a function", offset);
      case "instance":
        return this.instantiate(this.#at(type.type, "instance", "a type of instances", offset), offset);
      case "component":
        return this.#at(type.type, "component", "a type of components", offset);
      case "type":
        return this.#bound(name, type.bound, offset);
      default:
        return { kind: type.kind };
    }
  }

  #bound(name: string, bound: TypeBound, offset: number): Item {
    if (bound.kind === "sub resource") return { kind: "resource", resource: { name } };
    const type = this.typeAt(bound.type, offset);
    if (type.kind === "type") this.resolution.nameType(type.type, name);
    else if (type.kind === "resource") this.resolution.nameResource(type.resource, name);
    else throw this.resolution.unsupported(`${name} names ${nouns[type.kind]} as a type`, offset);
    return type;
  }

  /** An instance of a type. */
  instantiate(type: DeclaredType<"instance">, offset: number): ResolvedInstance {
    return { kind: "interface", items: this.resolveDeclared(type, offset).exports };
  }

  /** The imports and exports of a component or an instance of a type. */
  resolveDeclared({ declarators, scope }: DeclaredType, offset: number): ResolvedDeclarations {
    const { resolution } = this;
    const inner = new TypeScope(resolution, scope);
    const imports = new Map<string, ResolvedExtern>();
    const exports = new Map<string, ResolvedExtern>();
    resolution.nested(offset, () => {
      for (const declarator of declarators) {
        resolution.spend(1, declarator.offset);
        if (declarator.kind === "import") inner.#declare(declarator, imports);
        else if (declarator.kind === "export") inner.#declare(declarator, exports);
        else if (declarator.kind === "alias") inner.#alias(declarator.alias, declarator.offset);
        else if (declarator.kind === "type") inner.#defineInType(declarator.type, declarator.offset);
      }
    });
    return { imports, exports };
  }

  #defineInType(type: ComponentDefType, offset: number): void {
    if (type.kind === "resource") throw this.resolution.malformed("a type defines a resource", offset);
    this.define(type, offset);
  }

  #declare(
    { name: { name }, type, offset }: { name: ExternName; type: ComponentExternType; offset: number },
    items: Map<string, ResolvedExtern>,
  ): void {
    const item = this.extern(name, type, offset);
    if (item.kind === "function") checkFunctionName(this.resolution, name, item.type, items, offset);
    items.set(name, item);
    if (item.kind === "interface") this.instances.push(item);
    else if (item.kind === "type" || item.kind === "resource") this.types.push(item);
  }

  #alias(alias: Alias, offset: number): void {
    const { resolution } = this;
    if (alias.kind === "outer") {
      if (alias.sort !== "type") return;
      this.types.push(this.enclosing(alias.count, offset).typeAt(alias.index, offset));
      return;
    }
    const item = alias.kind === "export" ? this.instances[alias.instance]?.items.get(alias.name) : undefined;
    if (alias.sort === "instance" && item?.kind === "interface") this.instances.push(item);
    else if (alias.sort === "type" && (item?.kind === "type" || item?.kind === "resource")) this.types.push(item);
    else throw resolution.malformed(`there is no ${alias.sort} ${alias.name} to be aliased`, offset);
  }
}

const nouns: { readonly [K in ResolvedType["kind"]]: string } = {
  function: "a function",
  type: "a type of values",
  resource: "a resource",
  instance: "a type of instances",
  component: "a type of components",
};

function isOf<K extends ResolvedType["kind"]>(type: ResolvedType, kind: K): type is Extract<ResolvedType, { kind: K }> {
  return type.kind === kind;
}
