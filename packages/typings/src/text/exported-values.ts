import { type Layout, listed } from "../layout/layout.ts";
import { bindingName, isIdentifierName } from "../names/identifier.ts";
import { quoted } from "../names/quoted.ts";

/** A value that a module declares. */
interface DeclaredValue {
  /** What it is called inside of the module. */
  readonly name: string;
  /** What its declaration starts with: `export declare function add`. */
  readonly head: string;
}

/** What a module exports as values, under any names at all. */
export class ExportedValues {
  readonly #taken = new Set<string>();
  readonly #aliases: { readonly local: string; readonly name: string }[] = [];

  /** A declaration that exports under `name`. Where nothing can be declared under it, `fallback` says what it is called. */
  declare(keyword: "const" | "function", name: string, fallback: string): DeclaredValue {
    const local = bindingName(name, fallback, this.#taken);
    if (local === name) return { name, head: `export declare ${keyword} ${name}` };
    this.alias(local, name);
    return { name: local, head: `declare ${keyword} ${local}` };
  }

  /** Exports what is declared under one more name. */
  alias(local: string, name: string): void {
    this.#aliases.push({ local, name });
  }

  /** What has to stand at the end, for without it a declaration that is not to be exported would be. */
  *statements(): Generator<Layout> {
    if (this.#taken.size === 0) yield "export {};";
    if (this.#aliases.length === 0) return;
    const specifiers = this.#aliases
      .toSorted((one, other) => one.local.localeCompare(other.local, "en", { numeric: true }))
      .map(({ local, name }) => `${local} as ${isIdentifierName(name) ? name : quoted(name)}`);
    yield ["export ", listed("{", specifiers, "}", " "), ";"];
  }
}
