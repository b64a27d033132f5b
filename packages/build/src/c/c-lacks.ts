import type { ContractPart } from "../expressible/contract-part.ts";

/** What wit-bindgen makes no C of. */
export function cLacks(parts: readonly ContractPart[]): readonly string[] {
  return parts.flatMap(({ place, owner, name, item }) => {
    if (item.kind === "function" || owner !== undefined || name !== "string") return [];
    return [`${place}: strings have a type of this name already: call it otherwise`];
  });
}

/** What it makes no C++ of: interfaces that are written in the world share one namespace. */
export function cppLacks(parts: readonly ContractPart[]): readonly string[] {
  const taken = new Map<string, string>();
  return parts.flatMap(({ place, side, owner, name }) => {
    if (owner === undefined || owner.includes(":")) return [];
    const key = `${side} ${name}`;
    const other = taken.get(key);
    taken.set(key, place);
    if (other === undefined || other === place) return [];
    return [
      `${place} and ${other} are one to C++, as both interfaces are written in the world: write them outside of it`,
    ];
  });
}
