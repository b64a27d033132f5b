import { type CoreExport, type CoreImport, type CoreImportName, type CoreNames, importOf } from "./core-names.ts";
import { isLabel, readFunctionName } from "./function-name.ts";
import { isInterfaceId } from "./interface-id.ts";

const world = "$root";
const own = "[export]";
const post = "cabi_post_";

/**
 * The names that every generator of bindings writes today: `"ns:p/i@1.2.3" "f"` for an import, `ns:p/i@1.2.3#f` for an
 * export.
 */
export const legacyNames: CoreNames = {
  memory: "memory",
  reallocs: ["cabi_realloc", "canonical_abi_realloc", "cabi_export_realloc", "cabi_import_realloc"],
  initialize: "_initialize",

  importName(item: CoreImport): CoreImportName {
    const module = item.interface ?? world;
    if (item.kind === "function") return { module, name: item.name };
    if (item.kind === "resource-drop") return { module, name: `[resource-drop]${item.resource}` };
    return { module: own + module, name: `[resource-${item.operation}]${item.resource}` };
  },

  readImport({ module, name }: CoreImportName): CoreImport | undefined {
    const isOwn = module.startsWith(own);
    const owner = ownerOf(isOwn ? module.slice(own.length) : module);
    if (owner === undefined) return undefined;
    const [, verb, resource] = /^\[resource-(new|rep|drop)\](.*)$/.exec(name) ?? [];
    return importOf(owner, isOwn ? "implements" : "uses", name, { verb, resource });
  },

  exportName(item: CoreExport): string {
    const prefix = item.interface === undefined ? "" : `${item.interface}#`;
    if (item.kind === "destructor") return `${prefix}[dtor]${item.resource}`;
    return `${item.kind === "post-return" ? post : ""}${prefix}${item.name}`;
  },

  readExport(text: string): CoreExport | undefined {
    const isPost = text.startsWith(post);
    const whole = isPost ? text.slice(post.length) : text;
    const hash = whole.indexOf("#");
    const owner = hash === -1 ? { interface: undefined } : ownerOf(whole.slice(0, hash));
    const name = whole.slice(hash + 1);
    if (owner === undefined) return undefined;
    const dtor = /^\[dtor\](.*)$/.exec(name)?.[1];
    if (dtor !== undefined && !isPost) {
      // Generators for C write the resource as C names it.
      const resource = dtor.replaceAll("_", "-");
      return isLabel(resource) ? { ...owner, kind: "destructor", resource } : undefined;
    }
    if (readFunctionName(name) === undefined) return undefined;
    return { ...owner, kind: isPost ? "post-return" : "function", name };
  },
};

function ownerOf(module: string): { interface: string | undefined } | undefined {
  if (module === world) return { interface: undefined };
  return isInterfaceId(module) ? { interface: module } : undefined;
}
