import { hardLine, type Layout } from "../layout/layout.ts";
import { bindingName, isIdentifierName } from "../names/identifier.ts";
import { quoted } from "../names/quoted.ts";

/** A value that a module declares. */
interface DeclaredValue {
  readonly name: string;
  /** What its declaration starts with: `export declare function add`. */
  readonly head: string;
}

/** What a module exports as values, under any names at all. */
export class ExportedValues {
  readonly #taken = new Set<string>();
  readonly #aliases: string[] = [];

  /** A declaration that exports under `name`. Where nothing can be declared under it, `fallback` says what it is called. */
  declare(keyword: "const" | "function", name: string, fallback: string): DeclaredValue {
    const local = bindingName(name, fallback, this.#taken);
    if (local === name) return { name, head: `export declare ${keyword} ${name}` };
    this.alias(local, name);
    return { name: local, head: `declare ${keyword} ${local}` };
  }

  /** Exports what is declared under one more name. */
  alias(local: string, name: string): void {
    this.#aliases.push(`export { ${local} as ${isIdentifierName(name) ? name : quoted(name)} };`);
  }

  /** What has to stand at the end: without it everything in the module would be exported. */
  statements(): Layout {
    const statements = this.#aliases.length === 0 ? ["export {};"] : this.#aliases;
    return statements.map((statement, index) => (index === 0 ? statement : [hardLine, statement]));
  }
}
