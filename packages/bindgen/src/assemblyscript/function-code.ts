import { flattenType, flattenTypes, legacyNames, maxFlatResults, type ValueType } from "@polyplug/abi";
import type { WitFunction, WitIndex, WitType } from "../resolved-wit.ts";
import { type FunctionRole, roleOf } from "./function-role.ts";
import { memberName, snakeCase, typeName, unused } from "./identifiers.ts";
import type { ModuleNames } from "./module-names.ts";
import { ResourceCode } from "./resource-code.ts";
import type { Shapes } from "./shapes.ts";
import { areaOf, ValueCode } from "./value-code.ts";
import type { BindingModule } from "./world-modules.ts";

/** Writes the file `abi.ts`: everything between the functions of a world and their core forms. */
export class FunctionCode {
  readonly resources: ResourceCode;
  readonly #shapes: Shapes;
  readonly #names: ModuleNames;
  readonly #values: ValueCode;
  readonly #taken = new Set<string>();
  readonly #texts: string[] = [];
  /** The identifiers of the functions that the module exports. */
  readonly exported: string[] = [];
  readonly #freed: string[] = [];
  #area = 0;

  constructor(shapes: Shapes, names: ModuleNames) {
    this.#shapes = shapes;
    this.#names = names;
    this.resources = new ResourceCode(shapes, names);
    this.#values = new ValueCode(shapes, names, this.resources);
  }

  /** Writes a function that calls the host. Gives its name. */
  importFunction(module: BindingModule, item: WitFunction): string {
    const { side } = module;
    const role = roleOf(item, this.#shapes.types);
    const name = unused(`call_${snakeCase(`${module.file}_${item.name}`)}`, this.#taken);
    const raw = unused(`raw_${snakeCase(`${module.file}_${item.name}`)}`, this.#taken);
    const params = item.params.map((param, at) => ({ local: `p${at}`, type: param.type }));
    const types = params.map(({ type }) => this.#shapes.types.value(type));
    const cores = flattenTypes(types);
    const body: string[] = [];
    const given: string[] = [];
    let end = 0;
    if (cores === undefined) {
      const { size, offsets } = areaOf(types);
      end = size;
      for (const [at, { local, type }] of params.entries()) {
        body.push(...this.#values.store(type, side, "area", offsets[at] ?? 0, local));
      }
      given.push("area");
    } else {
      for (const { local, type } of params) {
        const { statements, values } = this.#values.lower(type, side, local);
        body.push(...statements);
        given.push(...values);
      }
    }
    const { result } = item;
    const value = result === undefined ? undefined : this.#shapes.types.value(result);
    const flat = value === undefined ? [] : flattenType(value);
    const inMemory = flat === undefined || flat.length > maxFlatResults;
    if (inMemory && value !== undefined) {
      given.push(end === 0 ? "area" : `area + ${end}`);
      end += areaOf([value]).size;
    }
    this.#area = Math.max(this.#area, end);
    const called = `${raw}(${given.join(", ")})`;
    const core = inMemory ? undefined : flat[0];
    body.push(core === undefined ? `${called};` : `const result = ${called};`);
    if (types.some(hasPointers)) body.push(`${this.#names.machinery("release")}();`);
    if (result !== undefined) {
      const offset = value === undefined ? 0 : end - areaOf([value]).size;
      const lifted = inMemory
        ? this.#values.load(result, side, "area", offset)
        : this.#values.lift(result, side, ["result"]);
      // A constructor makes its object by itself.
      body.push(`return ${role.kind === "constructor" && !role.isFallible ? "<u32>result" : lifted};`);
    }
    const { module: from, name: external } = legacyNames.importName({
      kind: "function",
      interface: module.id,
      name: item.name,
    });
    const rawParams = (cores ?? (["i32"] as const)).map((type, at) => `p${at}: ${type}`);
    if (inMemory && value !== undefined) rawParams.push("result: i32");
    const returns = role.kind === "constructor" && !role.isFallible ? "u32" : this.#returns(result, module);
    const typed = params.map(({ local, type }) => `${local}: ${this.#shapes.text(type, side, this.#names)}`);
    this.#texts.push(
      [
        `@external(${JSON.stringify(from)}, ${JSON.stringify(external)})`,
        `declare function ${raw}(${rawParams.join(", ")}): ${core ?? "void"};`,
        "",
        `export function ${name}(${typed.join(", ")}): ${returns} {`,
        ...body.map((line) => `  ${line}`),
        "}",
      ].join("\n"),
    );
    return name;
  }

  /** Writes a function that the host calls, over one of the plugin's. */
  exportFunction(module: BindingModule, item: WitFunction): void {
    const side = "export";
    const role = roleOf(item, this.#shapes.types);
    const id = module.side === "export" ? module.id : undefined;
    const name = unused(snakeCase(`${module.file}_${item.name}`), this.#taken);
    const external = legacyNames.exportName({ kind: "function", interface: id, name: item.name });
    const types = item.params.map(({ type }) => this.#shapes.types.value(type));
    const cores = flattenTypes(types);
    const body: string[] = [];
    const args: string[] = [];
    const { offsets } = areaOf(types);
    let next = 0;
    for (const [at, { type }] of item.params.entries()) {
      const local = `a${at}`;
      const { length } = cores === undefined ? [] : (flattenTypes([this.#shapes.types.value(type)]) ?? []);
      const flat = Array.from({ length }, (_, place) => `p${next + place}`);
      next += length;
      const lifted =
        cores === undefined
          ? this.#values.load(type, side, "p0", offsets[at] ?? 0)
          : this.#values.lift(type, side, flat);
      body.push(`const ${local} = ${lifted};`);
      args.push(local);
    }
    if (cores === undefined) body.push(`${this.#names.machinery("take")}(p0, 1);`);
    const { result } = item;
    const called = this.#implementation(module, role, args, item);
    body.push(result === undefined ? `${called};` : `const result = ${called};`);
    if (item.params.some(({ type }) => this.#isLent(type))) body.push(`${this.#names.machinery("dropLent")}();`);
    let core = "void";
    if (result !== undefined) {
      const value = this.#shapes.types.value(result);
      const flat = flattenType(value);
      if (flat !== undefined && flat.length <= maxFlatResults) {
        const { statements, values } = this.#values.lower(result, side, "result");
        body.push(...statements, `return ${values[0]};`);
        core = flat[0] ?? "void";
      } else {
        core = "i32";
        if (hasPointers(value)) {
          body.push(`${this.#names.machinery("hold")}(result);`);
          this.#freed.push(legacyNames.exportName({ kind: "post-return", interface: id, name: item.name }));
        }
        body.push(...this.#values.store(result, side, "area", 0, "result"), "return area;");
        this.#area = Math.max(this.#area, areaOf([value]).size);
      }
    }
    const params = cores === undefined ? ["p0: i32"] : cores.map((type, at) => `p${at}: ${type}`);
    this.#export(name, [external], `(${params.join(", ")}): ${core}`, body);
  }

  /** Writes what the host calls when the last handle to a resource of the plugin's is dropped. */
  exportDestructor(module: BindingModule, resource: WitIndex): void {
    const { name: label } = this.#shapes.types.definition(resource);
    const external = legacyNames.exportName({ kind: "destructor", interface: module.id, resource: label ?? "" });
    const name = unused(snakeCase(`${module.file}_destroy_${label}`), this.#taken);
    this.#export(name, [external], "(pointer: i32): void", [`${this.#names.machinery("destroy")}(pointer);`]);
  }

  /** The whole file, but for its imports. */
  text(): string {
    if (this.#freed.length > 0) {
      const body = [`${this.#names.machinery("release")}();`];
      this.#export(unused("after_return", this.#taken), this.#freed, "(result: i32): void", body);
    }
    const area =
      this.#area === 0
        ? []
        : [
            `/** Where what does not fit core values is passed: one call at a time. */\nconst area = <i32>memory.data(${this.#area}, 8);`,
          ];
    const own = [...area, ...this.resources.functions(), ...this.#values.functions(), ...this.#texts];
    return own.join("\n\n");
  }

  #export(name: string, external: readonly string[], signature: string, body: readonly string[]): void {
    this.exported.push(name);
    const names = external.map((one) => JSON.stringify(one)).join(", ");
    this.#texts.push(
      [`@exported(${names})`, `export function ${name}${signature} {`, ...body.map((line) => `  ${line}`), "}"].join(
        "\n",
      ),
    );
  }

  /** The call of what the author wrote. */
  #implementation(module: BindingModule, role: FunctionRole, args: readonly string[], item: WitFunction): string {
    const plugin = this.#names.plugin();
    const owner = module.side === "export" ? `${plugin}${module.namespace}.` : plugin;
    const list = args.join(", ");
    if (role.kind === "free") return `${owner}${memberName(item.name)}(${list})`;
    const resource = `${owner}${typeName(role.resource)}`;
    if (role.kind === "constructor")
      return role.isFallible ? `${resource}.create(${list})` : `new ${resource}(${list})`;
    if (role.kind === "static") return `${resource}.${role.name}(${list})`;
    return `${args[0]}.${role.name}(${args.slice(1).join(", ")})`;
  }

  #returns(result: WitType | undefined, { side }: BindingModule): string {
    return result === undefined ? "void" : this.#shapes.text(result, side, this.#names);
  }

  /** Whether something of the host's is lent in it. */
  #isLent(type: WitType): boolean {
    return this.#shapes.lends(type, "export");
  }
}

/** Whether a value of the type refers to memory of its own. */
function hasPointers(type: ValueType): boolean {
  switch (type.kind) {
    case "string":
    case "list":
      return true;
    case "record":
      return type.fields.some((field) => hasPointers(field.type));
    case "tuple":
      return type.types.some(hasPointers);
    case "option":
      return hasPointers(type.type);
    case "variant":
      return type.cases.some((one) => one.type !== undefined && hasPointers(one.type));
    case "result":
      return [type.ok, type.err].some((part) => part !== undefined && hasPointers(part));
    default:
      return false;
  }
}
