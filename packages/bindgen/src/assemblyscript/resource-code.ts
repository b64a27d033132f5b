import type { WitIndex } from "../resolved-wit.ts";
import { snakeCase, unused } from "./identifiers.ts";
import type { ModuleNames } from "./module-names.ts";
import type { Shape, Shapes } from "./shapes.ts";
import type { BindingModule, Side } from "./world-modules.ts";

type Handle = Shape & { readonly kind: "handle" };

/** Writes the code for the handles of resources, and what of the host's functions for them it takes. */
export class ResourceCode {
  readonly #shapes: Shapes;
  readonly #names: ModuleNames;
  readonly #texts = new Map<string, readonly string[]>();
  readonly #taken = new Set<string>();
  readonly #called = new Map<string, string>();

  constructor(shapes: Shapes, names: ModuleNames) {
    this.#shapes = shapes;
    this.#names = names;
  }

  functions(): string[] {
    return [...this.#texts.values()].map((lines) => lines.join("\n"));
  }

  /** An object for a handle, or for the address by which the plugin's own resources are lent to it. */
  lift({ isOwn, resource }: Handle, side: Side, handle: string): string {
    const text = this.#text(resource, side);
    if (!this.#isOwn(resource, side)) {
      return `${this.#names.machinery(isOwn ? "wrapHandle" : "wrapLent")}<${text}>(${handle})`;
    }
    if (!isOwn) return `changetype<${text}>(<usize>${handle})`;
    const rep = this.#builtin("rep", resource, side, "(handle: u32): usize");
    const name = this.#function("own", resource, side, (name) => [
      `function ${name}(handle: u32): ${text} {`,
      `  return ${this.#names.machinery("ownAgain")}<${text}>(${rep}(handle), handle);`,
      "}",
    ]);
    return `${name}(${handle})`;
  }

  /** A handle for an object, given away or lent. What is the plugin's own is never lent: nobody that it calls knows of it. */
  lower({ isOwn, resource }: Handle, side: Side, value: string): string {
    if (!this.#isOwn(resource, side)) {
      return `${this.#names.machinery(isOwn ? "giveHandle" : "handleOf")}(${value})`;
    }
    const text = this.#text(resource, side);
    const make = this.#builtin("new", resource, side, "(pointer: usize): u32");
    const keep = this.#names.machinery("keep");
    const name = this.#function("disown", resource, side, (name) => [
      `function ${name}(resource: ${text}): u32 {`,
      `  const handle = ${this.#names.machinery("giveOwn")}(resource);`,
      `  return handle != 0 ? handle : ${make}(${keep}(resource));`,
      "}",
    ]);
    return `${name}(${value})`;
  }

  /** The function by which an object gives up its handle. */
  drop(resource: WitIndex, side: Side): string {
    const isOwn = this.#isOwn(resource, side);
    const raw = this.#builtin("drop", resource, side, "(handle: u32): void");
    const base = this.#names.machinery(isOwn ? "Resource" : "ImportedResource");
    const take = this.#names.machinery(isOwn ? "giveOwn" : "dropHandle");
    return this.#function("drop", resource, side, (name) => [
      `export function ${name}(resource: ${base}): void {`,
      `  const handle = ${take}(resource);`,
      `  if (handle != 0) ${raw}(handle);`,
      "}",
    ]);
  }

  #isOwn(resource: WitIndex, side: Side): boolean {
    return this.#home(resource, side).side === "export";
  }

  #home(resource: WitIndex, side: Side): BindingModule {
    return this.#shapes.home(this.#shapes.types.definition(resource), side, resource);
  }

  #text(resource: WitIndex, side: Side): string {
    return this.#shapes.text(resource, side, this.#names);
  }

  /** What the canonical ABI gives for a resource. */
  #builtin(operation: "new" | "rep" | "drop", resource: WitIndex, side: Side, signature: string): string {
    const { id = "$root", side: own } = this.#home(resource, side);
    const module = own === "export" ? `[export]${id}` : id;
    const external = `[resource-${operation}]${this.#shapes.types.definition(resource).name}`;
    return this.#function(`resource_${operation}`, resource, side, (name) => [
      `@external(${JSON.stringify(module)}, ${JSON.stringify(external)})`,
      `declare function ${name}${signature};`,
    ]);
  }

  #function(what: string, resource: WitIndex, side: Side, write: (name: string) => readonly string[]): string {
    const { file } = this.#home(resource, side);
    const key = `${what} ${file} ${resource}`;
    const known = this.#called.get(key);
    if (known !== undefined) return known;
    const name = unused(`${what}_${snakeCase(`${file}_${this.#shapes.types.definition(resource).name}`)}`, this.#taken);
    this.#called.set(key, name);
    this.#texts.set(name, write(name));
    return name;
  }
}
