import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** What an error has to tell of a fault, beside that there was one. */
export type Telling = "line" | "function";

/** Faults of some languages or generators that are told otherwise than those of the others, and the reason. */
export interface Exceptions {
  readonly of: readonly string[];
  readonly faults: readonly string[];
  readonly why: string;
}

/** The content of `faults.json`. */
export interface Faults {
  /**
   * By fault, what the error says: where it is said in other words, by language, generator or lowering, and `*` for the
   * others. An exit of a component is of a WASI that knows success and failure alone.
   */
  readonly says: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly untold: readonly (Exceptions & { readonly what: Telling })[];
  /** What a language cannot fail in. */
  readonly absent: readonly Exceptions[];
}

/** The folder of guests that fail in every way that their languages have. */
export const faultsFolder: string = fileURLToPath(new URL("../faults", import.meta.url));

export async function readFaults(): Promise<Faults> {
  return JSON.parse(await readFile(`${faultsFolder}/faults.json`, "utf8"));
}

/** What one of them says, by the names that a guest goes by. */
export function saying({ says }: Faults, fault: string, names: readonly string[]): string | undefined {
  const said = says[fault];
  if (said === undefined || typeof said === "string") return said;
  const name = [...names, "*"].find((one) => Object.hasOwn(said, one));
  return name === undefined ? undefined : said[name];
}

/** Why a fault is an exception for a guest; undefined where it is none. */
export function excuseOf(list: readonly Exceptions[], fault: string, names: readonly string[]): Exceptions | undefined {
  return list.find((one) => one.faults.includes(fault) && one.of.some((name) => names.includes(name)));
}

/** Where a fault is in the source of a guest. */
export interface FaultPlace {
  readonly line: number;
  /** The function that it is in. By default it is called as the fault is. */
  readonly within: string;
}

/** The place that a source marks with `// fault: message`, or `// fault: abort in give_up`. */
export function placeOf(source: string, fault: string): FaultPlace | undefined {
  const lines = source.split("\n");
  const index = lines.findIndex((text) => new RegExp(`// fault: ${fault}( in |$)`).test(text));
  if (index < 0) return undefined;
  return { line: index + 1, within: lines[index]?.split(" in ")[1] ?? fault };
}
