import { type MissingImport, messageOf, PluginError, printableName } from "@polyplug/errors";
import type { ImportInfo } from "../info/plugin-info.ts";
import type { Boundary, Call } from "../intercept/boundary.ts";
import type { TypedSite } from "../intercept/call-site.ts";
import type { Life } from "../life/life.ts";
import { askedBy } from "./asked-by.ts";
import { type HostFunction, wrapHostFunction } from "./host-function.ts";

/**
 * What a host provides: module, then name, then value, as in `{ env: { log: (n: number) => console.log(n) } }`. A value is
 * a {@link HostFunction}, a memory, table, global or tag of the WebAssembly JavaScript API, or a number for a global.
 *
 * For a plugin with a contract it is the interface, then the function in camelCase or the class of a resource in
 * PascalCase: `{ "acme:text/log": { write: (line: string) => console.log(line) } }`. With a version in its name the
 * interface serves compatible ones, without it any. A function of the world itself stands among the interfaces.
 */
export type HostImports = Readonly<Record<string, HostFunction | HostInterface>>;

/** The functions, and whatever else, that a host provides under one name. */
export type HostInterface = Readonly<Record<string, HostFunction | object | number | bigint>>;

/** A source of imports beside the host's own, such as WASI. It answers undefined for what it does not have. */
export type ImportProvider = (item: ImportInfo) => WebAssembly.ImportValue | undefined;

/** The instance that imports are for. */
export interface ImportUser {
  readonly life: Life;
  readonly boundary: Boundary;
  /** What an error says could not be done. */
  readonly action: string;
}

/** The import object, and what of it is missing. */
export interface LinkedImports {
  readonly linked: WebAssembly.Imports;
  readonly missing: readonly MissingImport[];
}

/**
 * The import object for `imports`: each is taken from the host's own, else from `provider`.
 *
 * Only own properties count, and what is handed to the engine has no prototype: otherwise an import called `toString`
 * would find a function that nobody offered.
 */
export function linkImports(
  imports: readonly ImportInfo[],
  offered: HostImports,
  provider: ImportProvider | undefined,
  user: ImportUser,
): LinkedImports {
  const linked: WebAssembly.Imports = Object.create(null);
  const missing: MissingImport[] = [];
  const types = new Map<string, string>();
  for (const item of imports) {
    const value = provided(item, offered, user) ?? otherwise(item, provider, user);
    if (value === undefined) {
      missing.push({ module: item.module, name: item.name, type: item.type, ...askedBy(item) });
      continue;
    }
    if (item.kind === "func") refuseSecondType(item, types, user);
    const module = linked[item.module] ?? Object.create(null);
    module[item.name] = value;
    linked[item.module] = module;
  }
  return { linked, missing };
}

function provided(
  item: ImportInfo,
  offered: HostImports,
  { life, boundary, action }: ImportUser,
): WebAssembly.ImportValue | undefined {
  const label = labelOf(item);
  const refuse = (why: string, cause?: unknown): never => {
    const reason = `imports: "${label}" ${why}`;
    const path = `imports.${item.module}.${item.name}`;
    throw new PluginError({ code: "bad-argument", action, reason, plugin: life.plugin, path, cause });
  };
  let value: unknown;
  let fits: boolean;
  try {
    value = ownProperty(ownProperty(offered, item.module), item.name);
    if (value === undefined && item.kind === "func") value = boundary.imported(undefined, siteOf(item));
    else if (typeof value === "function") value = boundary.imported(value as Call, siteOf(item));
    if (value === undefined) return undefined;
    fits = isObjectOf(item.kind, value);
  } catch (cause) {
    return refuse(`cannot be read: ${messageOf(cause)}`, cause);
  }
  if (item.kind === "func" && typeof value === "function") {
    const carried = [...(item.params ?? []), ...(item.results ?? [])];
    if (carried.includes("v128")) return refuse("has a v128 in its type, which JavaScript cannot pass");
    return wrapHostFunction(label, item.results ?? [], value as HostFunction, life, boundary.suspension);
  }
  return fits ? (value as WebAssembly.ImportValue) : refuse(`must be a ${item.type}`);
}

/** What comes from elsewhere, WASI's functions say themselves how they end the plugin. */
function otherwise(
  item: ImportInfo,
  provider: ImportProvider | undefined,
  { boundary }: ImportUser,
): WebAssembly.ImportValue | undefined {
  const value = provider?.(item);
  return typeof value === "function" ? boundary.imported(value as Call, siteOf(item)) : value;
}

function siteOf({ module, name, params = [], results = [] }: ImportInfo): TypedSite {
  return { direction: "import", interface: module, function: name, signature: { kind: "core", params, results } };
}

/** A host function is wrapped for one type; two of one name would share the later one's wrapper. */
function refuseSecondType(item: ImportInfo, seen: Map<string, string>, { life, action }: ImportUser): void {
  const { module, name, type } = item;
  const key = JSON.stringify([module, name]);
  const first = seen.get(key);
  seen.set(key, type);
  if (first === undefined || first === type) return;
  const reason = `it imports "${labelOf(item)}" as ${first} and as ${type}, which no one function is`;
  throw new PluginError({ code: "unsupported", action, reason, plugin: life.plugin });
}

function labelOf({ module, name }: ImportInfo): string {
  return `${printableName(module)}.${printableName(name)}`;
}

function ownProperty(holder: unknown, key: string): unknown {
  if (holder === undefined) return undefined;
  if (holder === null) throw new TypeError("it is in null");
  return Object.hasOwn(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
}

function isObjectOf(kind: ImportInfo["kind"], value: unknown): boolean {
  switch (kind) {
    case "memory":
      return value instanceof WebAssembly.Memory;
    case "table":
      return value instanceof WebAssembly.Table;
    case "global":
      return value instanceof WebAssembly.Global || typeof value === "number" || typeof value === "bigint";
    case "tag":
      return "Tag" in WebAssembly && value instanceof WebAssembly.Tag;
    case "func":
      return false;
  }
}
