import { readFunctionName } from "../names/function-name.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { printFunction } from "./print-function.ts";
import { type TypeNames, TypePrinter } from "./type-printer.ts";
import type { World, WorldItems } from "./world.ts";

/**
 * A world as WIT writes it, for people, with what its interfaces have written inside of it. It ends in `// …` where it
 * would have more than 5,000 lines, and types in `…` where they would have more than some thousand letters.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md#wit-worlds | WIT, worlds}.
 */
export function printWorld({ name, imports, exports }: World): string {
  const printer = new WorldPrinter();
  printer.block(`world ${name ?? "plugin"}`, () => {
    printer.items(imports, undefined, "import ");
    printer.items(exports, undefined, "export ");
  });
  return printer.text();
}

const mostLines = 5_000;
const longestType = 5_000;
const longestLine = 100;

/** Where a type or a resource got its name: in an interface, or outside of all. */
interface Home {
  readonly owner: string | undefined;
  readonly name: string;
}

class WorldPrinter {
  readonly #lines: string[] = [];
  #indent = "";
  readonly #homes = new Map<ValueType | ResourceType, Home>();
  /** The names of the interface that is being printed. */
  #local: ReadonlyMap<ValueType | ResourceType, string> = new Map();
  readonly #names: TypeNames = (type) => this.#local.get(type) ?? this.#homes.get(type)?.name;

  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  #line(text: string): void {
    if (this.#lines.length < mostLines) this.#lines.push(`${this.#indent}${text}`);
    else if (this.#lines.length === mostLines) this.#lines.push("// …");
  }

  block(head: string, content: () => void): void {
    this.#line(`${head} {`);
    const outer = this.#indent;
    this.#indent = `${outer}  `;
    content();
    this.#indent = outer;
    this.#line("}");
  }

  items(items: WorldItems, owner: string | undefined, word: string): void {
    const outer = this.#local;
    this.#local = localNames(items);
    const members = membersOf(items);
    for (const [name, item] of items) {
      if (item.kind === "interface") this.block(`${word}${name}`, () => this.items(item.items, name, ""));
      else if (item.kind === "type") this.#type(name, item.type, owner);
      else if (item.kind === "resource") this.#resource(name, item.resource, owner, members.get(name) ?? []);
      else if (isFreestanding(name)) this.#line(`${word}${printFunction(name, item.type, this.#names)};`);
    }
    this.#local = outer;
  }

  /** Whether something got its name before, and a line says so. */
  #isNamed(type: ValueType | ResourceType, name: string, owner: string | undefined): boolean {
    const home = this.#homes.get(type);
    if (home === undefined) {
      this.#homes.set(type, { owner, name });
      return false;
    }
    if (home.owner === owner || home.owner === undefined) this.#line(`type ${name} = ${home.name};`);
    else this.#line(`use ${home.owner}.{${home.name === name ? name : `${home.name} as ${name}`}};`);
    return true;
  }

  #resource(name: string, resource: ResourceType, owner: string | undefined, members: readonly NamedFunction[]): void {
    if (this.#isNamed(resource, name, owner)) return;
    if (members.length === 0) this.#line(`resource ${name};`);
    else {
      this.block(`resource ${name}`, () => {
        for (const member of members) this.#line(`${printFunction(member.name, member.type, this.#names)};`);
      });
    }
  }

  #type(name: string, type: ValueType, owner: string | undefined): void {
    if (this.#isNamed(type, name, owner)) return;
    const printer = new TypePrinter(this.#names, longestType);
    switch (type.kind) {
      case "record":
      case "variant":
      case "enum":
      case "flags":
        this.#braced(`${type.kind} ${name}`, printer.members(type));
        break;
      default:
        this.#line(`type ${name} = ${printer.structure(type)};`);
    }
  }

  #braced(head: string, members: readonly string[]): void {
    const line = `${head} { ${members.join(", ")} }`;
    if (line.length <= longestLine) this.#line(line);
    else this.block(head, () => members.forEach((member) => void this.#line(`${member},`)));
  }
}

interface NamedFunction {
  readonly name: string;
  readonly type: FunctionType;
}

/** The functions of resources, by the resource's name. */
function membersOf(items: WorldItems): Map<string, NamedFunction[]> {
  const members = new Map<string, NamedFunction[]>();
  for (const [text, item] of items) {
    const name = readFunctionName(text);
    if (item.kind !== "function" || name === undefined || name.kind === "freestanding") continue;
    const ofResource = members.get(name.resource) ?? [];
    ofResource.push({ name: text, type: item.type });
    members.set(name.resource, ofResource);
  }
  return members;
}

function localNames(items: WorldItems): Map<ValueType | ResourceType, string> {
  const names = new Map<ValueType | ResourceType, string>();
  for (const [name, item] of items) {
    const named = item.kind === "type" ? item.type : item.kind === "resource" ? item.resource : undefined;
    if (named !== undefined && !names.has(named)) names.set(named, name);
  }
  return names;
}

function isFreestanding(name: string): boolean {
  return !name.startsWith("[");
}
