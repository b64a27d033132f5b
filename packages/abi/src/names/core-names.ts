import { isLabel, readFunctionName } from "./function-name.ts";

/** Whom an item belongs to: an interface by its id, or with undefined the world itself. */
export interface Owned {
  readonly interface: string | undefined;
}

const operations = ["new", "rep", "drop"] as const;

export type ResourceOperation = (typeof operations)[number];

/**
 * The import behind a name, which is one of what the module `implements` or of what it `uses`. `verb` and `resource` are
 * what the name says where it is one for a resource.
 */
export function importOf(
  owner: Owned,
  side: "implements" | "uses",
  name: string,
  { verb, resource }: { readonly verb: string | undefined; readonly resource: string | undefined },
): CoreImport | undefined {
  const operation = operations.find((one) => one === verb);
  if (operation === undefined || resource === undefined) {
    if (side === "implements" || readFunctionName(name) === undefined) return undefined;
    return { ...owner, kind: "function", name };
  }
  if (!isLabel(resource)) return undefined;
  if (side === "implements") return { ...owner, kind: "own-resource", operation, resource };
  return operation === "drop" ? { ...owner, kind: "resource-drop", resource } : undefined;
}

/** What a core module imports for its world. */
export type CoreImport =
  /** A function; its name as in {@link printFunctionName}. */
  | (Owned & { readonly kind: "function"; readonly name: string })
  /** Drops a handle to a resource that the module imports. */
  | (Owned & { readonly kind: "resource-drop"; readonly resource: string })
  /** Makes, looks through and drops handles to a resource that the module itself implements. */
  | (Owned & { readonly kind: "own-resource"; readonly operation: ResourceOperation; readonly resource: string });

/** What a core module exports for its world. */
export type CoreExport =
  | (Owned & { readonly kind: "function"; readonly name: string })
  /** Frees what the function of this name gave back, after that was read. */
  | (Owned & { readonly kind: "post-return"; readonly name: string })
  /** Ends a resource that the module implements; takes its representation. */
  | (Owned & { readonly kind: "destructor"; readonly resource: string });

/** Both names of an import of a core module. */
export interface CoreImportName {
  readonly module: string;
  readonly name: string;
}

/** How a core module names its imports and exports after the items of its world, both ways. */
export interface CoreNames {
  readonly memory: string;
  /** The first is what is written, all are accepted. */
  readonly reallocs: readonly string[];
  /** Called once, before anything else. */
  readonly initialize: string;
  importName(item: CoreImport): CoreImportName;
  /** Undefined for what is not of a world, `wasi_snapshot_preview1` for one. */
  readImport(name: CoreImportName): CoreImport | undefined;
  exportName(item: CoreExport): string;
  /** Undefined for what is not of a world. */
  readExport(name: string): CoreExport | undefined;
}
