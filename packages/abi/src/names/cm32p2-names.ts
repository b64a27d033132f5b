import { type CoreExport, type CoreImport, type CoreImportName, type CoreNames, importOf } from "./core-names.ts";
import { isLabel, readFunctionName } from "./function-name.ts";
import { compatibleInterfaceId, isInterfaceId } from "./interface-id.ts";

const prefix = "cm32p2";
const own = "_ex_";

/**
 * The names of the build target `wasm32`: `"cm32p2|ns:p/i@1" "f"` for an import, `cm32p2|ns:p/i@1|f` for an export. Of a
 * version they hold what {@link compatibleInterfaceId} leaves, so that is what reading gives back.
 */
export const cm32p2Names: CoreNames = {
  memory: "cm32p2_memory",
  reallocs: ["cm32p2_realloc"],
  initialize: "cm32p2_initialize",

  importName(item: CoreImport): CoreImportName {
    const owner = item.interface === undefined ? "" : compatibleInterfaceId(item.interface);
    const module = owner === "" ? prefix : `${prefix}|${owner}`;
    if (item.kind === "function") return { module, name: item.name };
    if (item.kind === "resource-drop") return { module, name: `${item.resource}_drop` };
    return { module: `${prefix}|${own}${owner}`, name: `${item.resource}_${item.operation}` };
  },

  readImport({ module, name }: CoreImportName): CoreImport | undefined {
    const [, isOwn, id] = /^cm32p2(?:\|(_ex_)?(.*))?$/.exec(module) ?? [module, undefined, "|"];
    const owner = ownerOf(id ?? "");
    if (owner === undefined) return undefined;
    const [, resource, verb] = /^(.*)_(new|rep|drop)$/.exec(name) ?? [];
    return importOf(owner, isOwn ? "implements" : "uses", name, { verb, resource });
  },

  exportName(item: CoreExport): string {
    const owner = item.interface === undefined ? "" : compatibleInterfaceId(item.interface);
    if (item.kind === "destructor") return `${prefix}|${owner}|${item.resource}_dtor`;
    return `${prefix}|${owner}|${item.name}${item.kind === "post-return" ? "_post" : ""}`;
  },

  readExport(text: string): CoreExport | undefined {
    const [, id, item] = /^cm32p2\|([^|]*)\|([^|]*)$/.exec(text) ?? [];
    const owner = id === undefined ? undefined : ownerOf(id);
    if (owner === undefined || item === undefined) return undefined;
    const [, name = item, suffix] = /^(.*)_(post|dtor)$/.exec(item) ?? [];
    if (suffix === "dtor") return isLabel(name) ? { ...owner, kind: "destructor", resource: name } : undefined;
    if (readFunctionName(name) === undefined) return undefined;
    return { ...owner, kind: suffix === "post" ? "post-return" : "function", name };
  },
};

function ownerOf(id: string): { interface: string | undefined } | undefined {
  if (id === "") return { interface: undefined };
  return isInterfaceId(id) ? { interface: id } : undefined;
}
