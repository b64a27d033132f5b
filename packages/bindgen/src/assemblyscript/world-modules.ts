import type { ResolvedWit, WitFunction, WitIndex, WitInterface, WitWorld, WitWorldItem } from "../resolved-wit.ts";
import { witInterfaceId } from "../wit-interface-id.ts";
import { memberName, unused } from "./identifiers.ts";

/** Whether the host implements something, or the plugin. */
export type Side = "import" | "export";

/** A file of the bindings that authors import from: an interface seen from one side, or what stands in the world itself. */
export interface BindingModule {
  /** Without folder and extension. */
  readonly file: string;
  readonly side: Side;
  /** What core names call it. Undefined for the world. */
  readonly id: string | undefined;
  /** What the plugin calls the namespace in which it implements the interface. */
  readonly namespace: string;
  readonly docs: string | undefined;
  readonly functions: readonly WitFunction[];
  readonly types: readonly WitIndex[];
}

/** The files that a world becomes. */
export interface WorldModules {
  readonly name: string;
  /** What the host provides outside of interfaces, and the types of the world. */
  readonly world: BindingModule;
  /** What the plugin implements outside of interfaces. */
  readonly exported: readonly WitFunction[];
  readonly interfaces: readonly BindingModule[];
  /** The file that has a type which this interface or, with undefined, the world declares. */
  find(owner: WitIndex | undefined, side: Side): BindingModule;
}

/** Names that files of the bindings have already. */
const ownFiles = ["index", "abi", "world"];

export function worldModules(resolved: ResolvedWit): WorldModules {
  const world = resolved.worlds[resolved.world ?? -1];
  if (world === undefined) throw new TypeError("no world was chosen");
  const seen = [...interfacesOf(resolved, world, "import"), ...interfacesOf(resolved, world, "export")];
  const files = fileNames(seen);
  const modules = new Map<string, BindingModule>();
  for (const [index, { side, id, owner, content }] of seen.entries()) {
    const [, name = id] = /([^/]*?)(?:@.*)?$/.exec(id) ?? [];
    modules.set(`${side} ${owner}`, {
      file: files[index] ?? name,
      side,
      id,
      namespace: memberName(files[index]?.replace(/^exported-/, "") ?? name),
      docs: content.docs?.contents,
      functions: Object.values(content.functions),
      types: Object.values(content.types),
    });
  }
  const imported = Object.values(world.imports);
  const root: BindingModule = {
    file: "world",
    side: "import",
    id: undefined,
    namespace: "",
    docs: world.docs?.contents,
    functions: functionsOf(imported),
    types: imported.flatMap((item) => ("type" in item ? [item.type] : [])),
  };
  return {
    name: world.name,
    world: root,
    exported: functionsOf(Object.values(world.exports)),
    interfaces: [...modules.values()],
    find(owner, side) {
      if (owner === undefined) return root;
      const other = side === "import" ? "export" : "import";
      const found = modules.get(`${side} ${owner}`) ?? modules.get(`${other} ${owner}`);
      if (found === undefined) throw new TypeError(`the world does not have interface ${owner}`);
      return found;
    },
  };
}

interface SeenInterface {
  readonly side: Side;
  readonly id: string;
  readonly owner: WitIndex;
  readonly content: WitInterface;
}

function interfacesOf(resolved: ResolvedWit, world: WitWorld, side: Side): SeenInterface[] {
  return Object.entries(side === "import" ? world.imports : world.exports).flatMap(([key, item]) => {
    if (!("interface" in item)) return [];
    const owner = item.interface.id;
    const content = resolved.interfaces[owner];
    if (content === undefined) throw new TypeError(`there is no interface ${owner}`);
    return [{ side, id: witInterfaceId(resolved, owner) ?? key, owner, content }];
  });
}

function functionsOf(items: readonly WitWorldItem[]): WitFunction[] {
  return items.flatMap((item) => ("function" in item ? [item.function] : []));
}

/** The shortest names that tell the interfaces apart: `now`, `clock-now`, `test-clock-now`, `test-clock-now-1.2.0`. */
function fileNames(seen: readonly SeenInterface[]): string[] {
  const candidates = seen.map(({ id, side }) => {
    const [, namespace, own, name = id, version] = /^(?:(.*):(.*)\/)?([^@]*)(?:@(.*))?$/.exec(id) ?? [];
    const prefix =
      side === "export" && seen.some((other) => other.id === id && other.side === "import") ? "exported-" : "";
    const longer = own === undefined ? [] : [`${own}-${name}`, `${namespace}-${own}-${name}`];
    const longest = longer[1] === undefined ? [] : [`${longer[1]}-${version ?? "0"}`];
    return [name, ...longer, ...longest].map((file) => prefix + file.replaceAll(/[^A-Za-z0-9]+/g, "-"));
  });
  const taken = new Set(ownFiles);
  return candidates.map((own, index) => {
    const others = candidates.filter((_, at) => at !== index);
    const free = own.find((name) => !ownFiles.includes(name) && !others.some((other) => other.includes(name)));
    return unused(free ?? own.at(-1) ?? "interface", taken);
  });
}
