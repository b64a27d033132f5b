import { flattenType, flattenTypes, legacyNames, maxFlatResults, type ValueType } from "@polyplug/abi";
import type { WitFunction, WitIndex, WitType } from "../resolved-wit.ts";
import { roleOf } from "./function-role.ts";
import { memberName, snakeCase, typeName, unused } from "./identifiers.ts";
import type { ModuleNames } from "./module-names.ts";
import { ResourceCode } from "./resource-code.ts";
import type { Shapes } from "./shapes.ts";
import { areaOf, ValueCode } from "./value-code.ts";
import type { BindingModule, Side } from "./world-modules.ts";

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
    const { side, file, id } = module;
    const own = snakeCase(`${file}_${item.name}`);
    const [name, raw] = [unused(`call_${own}`, this.#taken), unused(`raw_${own}`, this.#taken)];
    const params = item.params.map(({ type }, at) => ({ local: `p${at}`, type }));
    const passed = this.#pass(params, side);
    const received = this.#receive(item, side, passed.end);
    const from = legacyNames.importName({ kind: "function", interface: id, name: item.name });
    const call = `${raw}(${[...passed.values, ...received.places].join(", ")})`;
    const body = [...passed.statements, received.core === "void" ? `${call};` : `const result = ${call};`];
    if (params.some(({ type }) => this.#hasPointers(type))) body.push(`${this.#names.machinery("release")}();`);
    if (received.value !== undefined) body.push(`return ${received.value};`);
    const cores = [...passed.cores.map((type, at) => `p${at}: ${type}`), ...received.places.map(() => "result: i32")];
    const typed = params.map(({ local, type }) => `${local}: ${this.#text(type, side)}`);
    this.#texts.push(
      [
        `@external(${JSON.stringify(from.module)}, ${JSON.stringify(from.name)})`,
        `declare function ${raw}(${cores.join(", ")}): ${received.core};`,
        "",
        `export function ${name}(${typed.join(", ")}): ${received.type} {`,
        ...body.map((line) => `  ${line}`),
        "}",
      ].join("\n"),
    );
    return name;
  }

  /** Writes a function that the host calls, over one of the plugin's. */
  exportFunction(module: BindingModule, item: WitFunction): void {
    const id = module.side === "export" ? module.id : undefined;
    const name = unused(snakeCase(`${module.file}_${item.name}`), this.#taken);
    const external = legacyNames.exportName({ kind: "function", interface: id, name: item.name });
    const taken = this.#takeParams(item);
    const called = this.#implementation(module, taken.args, item);
    const body = [...taken.statements, item.result === undefined ? `${called};` : `const result = ${called};`];
    if (item.params.some(({ type }) => this.#shapes.lends(type, "export"))) {
      body.push(`${this.#names.machinery("dropLent")}();`);
    }
    const answered = this.#answer(item.result);
    body.push(...answered.statements);
    if (answered.isHeld) {
      this.#freed.push(legacyNames.exportName({ kind: "post-return", interface: id, name: item.name }));
    }
    const params = taken.cores.map((type, at) => `p${at}: ${type}`);
    this.#export(name, [external], `(${params.join(", ")}): ${answered.core}`, body);
  }

  /** What it takes to hand parameters to the host. `end` is how much of the area they take. */
  #pass(params: readonly { readonly local: string; readonly type: WitType }[], side: Side) {
    const types = params.map(({ type }) => this.#shapes.types.value(type));
    const cores = flattenTypes(types);
    if (cores !== undefined) {
      const lowered = params.map(({ local, type }) => this.#values.lower(type, side, local));
      const statements = lowered.flatMap((one) => one.statements);
      return { statements, values: lowered.flatMap((one) => one.values), cores, end: 0 };
    }
    const { size, offsets } = areaOf(types);
    this.#reserve(size);
    const statements = params.flatMap(({ local, type }, at) =>
      this.#values.store(type, side, "area", offsets[at] ?? 0, local),
    );
    return { statements, values: ["area"], cores: ["i32"], end: size };
  }

  /**
   * What becomes of the host's result: the core type, the places that are passed for it, the value as an expression, and
   * that one's type. It lies in the area behind `start`.
   */
  #receive(item: WitFunction, side: Side, start: number) {
    const { result } = item;
    if (result === undefined) return { core: "void", places: [], value: undefined, type: "void" };
    const value = this.#shapes.types.value(result);
    const flat = flattenType(value);
    const type = this.#text(result, side);
    if (flat === undefined || flat.length > maxFlatResults) {
      this.#reserve(start + areaOf([value]).size);
      const places = [start === 0 ? "area" : `area + ${start}`];
      return { core: "void", places, value: this.#values.load(result, side, "area", start), type };
    }
    const [core = "void"] = flat;
    const role = roleOf(item, this.#shapes.types);
    // A constructor makes its object by itself.
    if (role.kind === "constructor" && !role.isFallible) return { core, places: [], value: "<u32>result", type: "u32" };
    return { core, places: [], value: this.#values.lift(result, side, ["result"]), type };
  }

  /** The parameters that the host passes, as constants. */
  #takeParams({ params }: WitFunction) {
    const types = params.map(({ type }) => this.#shapes.types.value(type));
    const cores = flattenTypes(types);
    const { offsets } = areaOf(types);
    let next = 0;
    const statements = params.map(({ type }, at) => {
      if (cores === undefined) return `const a${at} = ${this.#values.load(type, "export", "p0", offsets[at] ?? 0)};`;
      const { length } = flattenType(this.#shapes.types.value(type)) ?? [];
      const own = cores.slice(next, next + length).map((_, place) => `p${next + place}`);
      next += length;
      return `const a${at} = ${this.#values.lift(type, "export", own)};`;
    });
    if (cores === undefined) statements.push(`${this.#names.machinery("take")}(p0, 1);`);
    return { statements, args: params.map((_, at) => `a${at}`), cores: cores ?? ["i32"] };
  }

  /** What gives the plugin's result to the host. Where that refers to memory, it is held until the host read it. */
  #answer(result: WitType | undefined) {
    if (result === undefined) return { statements: [], core: "void", isHeld: false };
    const value = this.#shapes.types.value(result);
    const flat = flattenType(value);
    if (flat !== undefined && flat.length <= maxFlatResults) {
      const { statements, values } = this.#values.lower(result, "export", "result");
      return { statements: [...statements, `return ${values[0]};`], core: flat[0] ?? "void", isHeld: false };
    }
    this.#reserve(areaOf([value]).size);
    const isHeld = this.#hasPointers(result);
    const held = isHeld ? [`${this.#names.machinery("hold")}(result);`] : [];
    const stored = this.#values.store(result, "export", "area", 0, "result");
    return { statements: [...held, ...stored, "return area;"], core: "i32", isHeld };
  }

  #reserve(size: number): void {
    this.#area = Math.max(this.#area, size);
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
  #implementation(module: BindingModule, args: readonly string[], item: WitFunction): string {
    const role = roleOf(item, this.#shapes.types);
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

  #text(type: WitType, side: Side): string {
    return this.#shapes.text(type, side, this.#names);
  }

  #hasPointers(type: WitType): boolean {
    return hasPointers(this.#shapes.types.value(type));
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
