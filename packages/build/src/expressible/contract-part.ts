import type { Item, World, WorldItems } from "@polyplug/abi";

/** Something that a contract names. */
export interface ContractPart {
  /** As comparisons of contracts tell of it: `export acme:text/log@1.0.0#write`. */
  readonly place: string;
  readonly side: "import" | "export";
  /** An interface's id, or its name where it is written in the world; undefined for what stands in the world itself. */
  readonly owner: string | undefined;
  readonly name: string;
  readonly item: Item;
}

/** Everything that a contract names, in the order of declaration. */
export function contractParts({ imports, exports }: World): readonly ContractPart[] {
  return [...partsOf("import", imports), ...partsOf("export", exports)];
}

function partsOf(side: "import" | "export", items: WorldItems): readonly ContractPart[] {
  return [...items].flatMap(([name, item]): ContractPart[] => {
    if (item.kind !== "interface") return [{ place: `${side} ${name}`, side, owner: undefined, name, item }];
    return [...item.items].map(([inner, item]) => {
      return { place: `${side} ${name}#${inner}`, side, owner: name, name: inner, item };
    });
  });
}
