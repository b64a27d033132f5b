import type { FunctionType } from "@polyplug/abi";

/** A function on the boundary between a host and a plugin. */
export interface CallSite {
  /**
   * `export`: the host calls the plugin. `import`: the plugin calls its host, which includes WASI where it is in the
   * same thread.
   */
  readonly direction: "export" | "import";
  /** The plugin's name. */
  readonly plugin: string;
  /** The interface by its id, or the module of a bare import; undefined for a function of the world or a bare export. */
  readonly interface: string | undefined;
  /**
   * As its contract calls it: `transform`, `[method]file.read`, `[constructor]file`; `[resource-drop]file` is what ends a
   * resource. Of a bare module the name of the import or export.
   */
  readonly function: string;
}

/** How values cross there: as core WebAssembly has them, or as WIT types say. */
export type Signature =
  | { readonly kind: "core"; readonly params: readonly string[]; readonly results: readonly string[] }
  | { readonly kind: "wit"; readonly type: FunctionType };

/** A function on the boundary with its type. A method has what it is a method of as its first argument. */
export interface TypedSite extends Omit<CallSite, "plugin"> {
  readonly signature: Signature;
}

/** How messages and events speak of it: `transform`, `acme:text/filter#transform`. */
export function siteLabel({ interface: owner, function: name }: Pick<CallSite, "interface" | "function">): string {
  return owner === undefined ? name : `${owner}#${name}`;
}

/** What runs a command that is a core module. */
export const startSite: TypedSite = {
  direction: "export",
  interface: undefined,
  function: "_start",
  signature: { kind: "core", params: [], results: [] },
};
