import type { WitFunction, WitIndex, WitType } from "../resolved-wit.ts";
import { docComment } from "./docs.ts";
import type { FunctionCode } from "./function-code.ts";
import { roleOf } from "./function-role.ts";
import { memberName, typeName, unused } from "./identifiers.ts";
import type { ModuleNames } from "./module-names.ts";
import { caseNames, enumNames, memberNames, type Shapes } from "./shapes.ts";
import type { BindingModule } from "./world-modules.ts";

/** Writes the types of one file of the bindings. */
export class TypeDeclarations {
  readonly #module: BindingModule;
  readonly #shapes: Shapes;
  readonly #names: ModuleNames;
  readonly #code: FunctionCode;
  /** Names that are not types of the contract must not be one of those. */
  readonly #taken: Set<string>;

  constructor(module: BindingModule, shapes: Shapes, names: ModuleNames, code: FunctionCode) {
    this.#module = module;
    this.#shapes = shapes;
    this.#names = names;
    this.#code = code;
    this.#taken = new Set(module.types.map((index) => typeName(shapes.types.definition(index).name ?? "")));
  }

  texts(): string[] {
    return this.#module.types.flatMap((index) => {
      const lines = this.#declare(index);
      return lines.length === 0 ? [] : [lines.join("\n")];
    });
  }

  #declare(index: WitIndex): string[] {
    const definition = this.#shapes.types.definition(index);
    const { kind } = definition;
    const name = typeName(definition.name ?? "");
    const docs = docComment(definition);
    if (typeof kind === "object" && "type" in kind) return this.#alias(name, index, docs);
    const home = this.#shapes.home(definition, this.#module.side, index);
    if (home !== this.#module)
      return [`export { ${[name, ...this.#companions(index, name)].join(", ")} } from "./${home.file}";`];
    if (kind === "resource") return [...docs, ...this.#resource(index, name)];
    if ("record" in kind) {
      const fields = memberNames(kind.record.fields.map((field) => field.name));
      const params = kind.record.fields.flatMap((field, at) => [
        ...docComment(field, "    "),
        `    public ${fields[at]}: ${this.#text(field.type)},`,
      ]);
      return [...docs, `export class ${name} {`, "  constructor(", ...params, "  ) {}", "}"];
    }
    if ("enum" in kind) {
      return [...docs, `export enum ${name} {`, ...enumMembers(kind.enum.cases, (member) => member), "}"];
    }
    if ("flags" in kind) {
      const bit = (member: string, at: number): string => `${member} = 1 << ${at}`;
      return [...docs, `export enum ${name} {`, ...enumMembers(kind.flags.flags, bit), "}"];
    }
    if ("variant" in kind) return this.#variant(name, kind.variant.cases, docs);
    return [...docs, `export type ${name} = ${this.#text(index)};`];
  }

  /** Another name for a type: where there is a class or an enum, for that, so that it can be made by it. */
  #alias(name: string, index: WitIndex, docs: readonly string[]): string[] {
    const known = this.#shapes.types.known(index);
    if (known.kind === "primitive" || known.definition.name === null) {
      return [...docs, `export type ${name} = ${this.#text(index)};`];
    }
    const { definition } = known;
    const home = this.#shapes.home(definition, this.#module.side, known.index);
    const own = typeName(definition.name ?? "");
    const isPlugins = definition.kind === "resource" && home.side === "export";
    const isText = typeof definition.kind === "object" && !hasClass(definition.kind);
    if (isPlugins || isText) return [...docs, `export type ${name} = ${this.#text(index)};`];
    const renamed = own === name ? own : `${own} as ${name}`;
    const companions = own === name ? this.#companions(known.index, own) : [];
    const from = home === this.#module ? "" : ` from "./${home.file}"`;
    return [...docs, `export { ${[renamed, ...companions].join(", ")} }${from};`];
  }

  #companions(index: WitIndex, name: string): string[] {
    const { kind } = this.#shapes.types.definition(index);
    return typeof kind === "object" && "variant" in kind ? [`${name}Tag`] : [];
  }

  #variant(name: string, cases: readonly VariantCase[], docs: readonly string[]): string[] {
    const tag = unused(`${name}Tag`, this.#taken);
    const tags = enumNames(cases.map((one) => one.name));
    const members = caseNames(cases.map((one) => one.name));
    const variant = this.#names.machinery("Variant");
    return [
      `/** Which case a {@link ${name}} is. */`,
      `export enum ${tag} {`,
      ...tags.map((one) => `  ${one},`),
      "}",
      "",
      ...docs,
      `export class ${name} extends ${variant} {`,
      ...cases.flatMap((one, at) => {
        const { type } = one;
        const [own, member] = [`${tag}.${tags[at]}`, members[at]];
        const comment = docComment(one, "  ");
        if (type === null) {
          return [...comment, `  static ${member}(): ${name} {`, `    return new ${name}(${own}, 0, null);`, "  }"];
        }
        const text = this.#text(type);
        return [
          ...comment,
          `  static ${member}(value: ${text}): ${name} {`,
          `    return new ${name}(${own}, ${this.#kept(type, text)});`,
          "  }",
          `  get ${member}(): ${text} {`,
          `    return this.payload<${text}>(${own});`,
          "  }",
        ];
      }),
      "}",
    ];
  }

  /** A variant keeps a number as bits, everything else as a reference. */
  #kept(type: WitType, text: string): string {
    const isNumber = ["number", "bool", "label"].includes(
      this.#shapes.shape(type, this.#module.side, this.#names).kind,
    );
    return isNumber
      ? `${this.#names.machinery("bitsOf")}<${text}>(value), null`
      : `0, ${this.#names.machinery("objectOf")}<${text}>(value)`;
  }

  #resource(index: WitIndex, name: string): string[] {
    const { name: label } = this.#shapes.types.definition(index);
    const functions = this.#module.functions.filter((item) => {
      const role = roleOf(item, this.#shapes.types);
      return role.kind !== "free" && role.resource === label;
    });
    const drop = `  drop(): void {\n    ${this.#names.abi()}${this.#code.resources.drop(index, this.#module.side)}(this);\n  }`;
    if (this.#module.side === "export") return this.#base(name, functions, drop);
    const members = functions.flatMap((item) => ["", ...this.#member(item)]);
    const hasConstructor = members.some((line) => line.startsWith("  constructor("));
    const hidden = hasConstructor ? [] : ["", "  private constructor() {", "    super(0);", "  }"];
    return [
      `export class ${name} extends ${this.#names.machinery("ImportedResource")} {`,
      ...[...hidden, ...members].slice(1),
      "",
      "  /** Gives up this handle, and with it the resource if the plugin owned it. */",
      drop,
      "}",
    ];
  }

  /** What the author's class extends: a class of its own, so that the compiler tells of methods that are missing. */
  #base(name: string, functions: readonly WitFunction[], drop: string): string[] {
    const members = functions.flatMap((item) => {
      const role = roleOf(item, this.#shapes.types);
      if (role.kind !== "method") return [];
      return [...docComment(item, "  "), `  abstract ${role.name}${this.signature(item, item.params.slice(1))};`, ""];
    });
    return [
      `export abstract class ${unused(`${name}Resource`, this.#taken)} extends ${this.#names.machinery("Resource")} {`,
      ...members,
      "  /** Ends a resource that the host gave back for good. On one that the host has, or never had, it does nothing. */",
      drop,
      "}",
    ];
  }

  /** A constructor, method or static function of a resource that the host implements. */
  #member(item: WitFunction): string[] {
    const role = roleOf(item, this.#shapes.types);
    const call = `${this.#names.abi()}${this.#code.importFunction(this.#module, item)}`;
    const docs = docComment(item, "  ");
    const given = (params: WitFunction["params"]): string[] => params.map((param) => memberName(param.name));
    if (role.kind === "constructor" && !role.isFallible) {
      const [params] = this.signature(item).split("): ");
      return [...docs, `  constructor${params}) {`, `    super(${call}(${given(item.params).join(", ")}));`, "  }"];
    }
    const isMethod = role.kind === "method";
    const own = isMethod ? item.params.slice(1) : item.params;
    const name = role.kind === "constructor" ? "create" : role.kind === "free" ? "" : role.name;
    const args = [...(isMethod ? ["this"] : []), ...given(own)].join(", ");
    return [
      ...docs,
      `  ${isMethod ? "" : "static "}${name}${this.signature(item, own)} {`,
      `    ${item.result === undefined ? "" : "return "}${call}(${args});`,
      "  }",
    ];
  }

  /** `(text: string): u32` */
  signature({ params: all, result }: WitFunction, params: WitFunction["params"] = all): string {
    const typed = params.map((param) => `${memberName(param.name)}: ${this.#text(param.type)}`);
    return `(${typed.join(", ")}): ${result === undefined ? "void" : this.#text(result)}`;
  }

  #text(type: WitType): string {
    return this.#shapes.text(type, this.#module.side, this.#names);
  }
}

interface VariantCase {
  readonly name: string;
  readonly type: WitType | null;
  readonly docs?: { readonly contents: string };
}

/** Whether a type becomes something that values are made by. */
function hasClass(kind: object): boolean {
  return ["record", "variant", "enum", "flags"].some((one) => one in kind);
}

function enumMembers(
  labelled: readonly { readonly name: string; readonly docs?: { readonly contents: string } }[],
  write: (member: string, at: number) => string,
): string[] {
  const members = enumNames(labelled.map(({ name }) => name));
  return labelled.flatMap((one, at) => [...docComment(one, "  "), `  ${write(members[at] ?? "", at)},`]);
}
