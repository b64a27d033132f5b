import type { ContractPart } from "../expressible/contract-part.ts";

/** Packages of the bindings that are none of an interface, and folders that Go takes for something else. */
const packages = ["main", "wit", "vendor", "testdata"];

/** What our layout of the bindings has no room for. */
export function goLacks(parts: readonly ContractPart[]): readonly string[] {
  const interfaces = new Set<string>();
  return parts.flatMap(({ place, side, owner, name, item }) => {
    const lines: string[] = [];
    if (owner !== undefined && packages.includes(owner) && !interfaces.has(`${side} ${owner}`)) {
      interfaces.add(`${side} ${owner}`);
      lines.push(`${side} ${owner}: the bindings have a package of this name already: call it otherwise`);
    }
    const isOurs = item.kind === "resource" && side === "export" && ["export", "exports"].includes(name);
    if (isOurs) lines.push(`${place}: the bindings have a name like this already: call it otherwise`);
    return lines;
  });
}
