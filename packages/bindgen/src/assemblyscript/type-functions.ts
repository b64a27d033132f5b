import type { WitType } from "../resolved-wit.ts";
import { snakeCase, unused } from "./identifiers.ts";
import type { ModuleNames } from "./module-names.ts";
import type { Shapes } from "./shapes.ts";
import type { Side } from "./world-modules.ts";

/** The text of a function behind its name. */
interface FunctionText {
  /** With the parentheses and the type of the result. */
  readonly signature: string;
  readonly body: readonly string[];
}

/** The functions that each type needs at most one of. */
export class TypeFunctions {
  readonly #shapes: Shapes;
  readonly #names: ModuleNames;
  readonly #called = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #texts: string[] = [];

  constructor(shapes: Shapes, names: ModuleNames) {
    this.#shapes = shapes;
    this.#names = names;
  }

  /** The name of the function that does `what` for a type. `write` says how it does, the first time. */
  of(what: string, type: WitType, side: Side, write: () => FunctionText): string {
    const key = `${what} ${this.#shapes.isSided(type) ? side : "either"} ${this.#key(type)}`;
    const known = this.#called.get(key);
    if (known !== undefined) return known;
    const text = snakeCase(this.#shapes.text(type, side, this.#names).replaceAll(" | null", " or null"));
    const name = unused(`${what}_${text.slice(0, 60)}`, this.#taken);
    this.#called.set(key, name);
    const { signature, body } = write();
    this.#texts.push([`function ${name}${signature} {`, ...body.map((line) => `  ${line}`), "}"].join("\n"));
    return name;
  }

  texts(): string[] {
    return this.#texts;
  }

  /** Types that are written the same way may differ in what is done for them: a handle is owned or lent. */
  #key(type: WitType): string {
    const known = this.#shapes.types.known(type);
    if (known.kind === "primitive") return known.name;
    const { kind, name } = known.definition;
    if (typeof kind === "string" || name !== null) return `${known.index}`;
    if ("handle" in kind) {
      const [how, of] = "own" in kind.handle ? ["own", kind.handle.own] : ["borrow", kind.handle.borrow];
      return `${how} ${this.#key(of)}`;
    }
    const parts = (types: readonly (WitType | null)[]): string =>
      types.map((part) => (part === null ? "_" : this.#key(part))).join(", ");
    if ("list" in kind) return `list<${this.#key(kind.list)}>`;
    if ("option" in kind) return `option<${this.#key(kind.option)}>`;
    if ("tuple" in kind) return `tuple<${parts(kind.tuple.types)}>`;
    if ("result" in kind) return `result<${parts([kind.result.ok, kind.result.err])}>`;
    return `${known.index}`;
  }
}
