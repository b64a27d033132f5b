import type { ContractPart } from "./contract-part.ts";
import { typesIn } from "./types-in.ts";

/** What may stand for a type that no plugin can be passed yet, by how its text begins. */
const cures: Readonly<Record<string, string>> = {
  stream: "pass a list, or what is there in several calls",
  future: "give the value back when it is there",
  "error-context": "pass a string",
  list: "pass a list without a length, or a tuple",
  map: "pass a list of tuples",
};

/** What of a contract the host passes in no language yet. */
export function notCarried(parts: readonly ContractPart[]): readonly string[] {
  return parts.flatMap(({ place, item }) => {
    if (item.kind !== "function") return [];
    const lines = item.type.async ? [`${place}: no function of a plugin can be asynchronous yet: leave out async`] : [];
    for (const type of typesIn(item.type)) {
      if (type.kind !== "unsupported") continue;
      const cure = cures[/^[\w-]*/.exec(type.text)?.[0] ?? ""];
      lines.push(`${place}: no value of type ${type.text} can be passed yet${cure === undefined ? "" : `: ${cure}`}`);
    }
    return lines;
  });
}
