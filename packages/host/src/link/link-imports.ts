import { type MissingImport, messageOf, PluginError, printableName } from "@polyplug/errors";
import type { ImportInfo } from "../info/plugin-info.ts";
import type { Life } from "../life/life.ts";
import { askedBy } from "./asked-by.ts";
import { type HostFunction, wrapHostFunction } from "./host-function.ts";

/**
 * What a host provides: module, then name, then value, as in `{ env: { log: (n: number) => console.log(n) } }`. A value is
 * a {@link HostFunction}, a memory, table, global or tag of the WebAssembly JavaScript API, or a number for a global.
 */
export type HostImports = Readonly<Record<string, Readonly<Record<string, HostFunction | object | number | bigint>>>>;

/** A source of imports beside the host's own, such as WASI. It answers undefined for what it does not have. */
export type ImportProvider = (item: ImportInfo) => WebAssembly.ImportValue | undefined;

/**
 * The import object for `imports`: each is taken from the host's own, else from `provider`. Throws one
 * `missing-import` that lists all that remain.
 *
 * Only own properties count, and what is handed to the engine has no prototype: otherwise an import called `toString`
 * would find a function that nobody offered.
 */
export function linkImports(
  imports: readonly ImportInfo[],
  offered: HostImports,
  provider: ImportProvider | undefined,
  life: Life,
  action: string,
): WebAssembly.Imports {
  const linked: WebAssembly.Imports = Object.create(null);
  const missing: MissingImport[] = [];
  const types = new Map<string, string>();
  for (const item of imports) {
    const value = provided(item, offered, life, action) ?? provider?.(item);
    if (value === undefined) {
      missing.push({ module: item.module, name: item.name, type: item.type, ...askedBy(item) });
      continue;
    }
    if (item.kind === "func") refuseSecondType(item, types, action, life.plugin);
    const module = linked[item.module] ?? Object.create(null);
    module[item.name] = value;
    linked[item.module] = module;
  }
  if (missing.length > 0) throw missingImports(missing, action, life.plugin);
  return linked;
}

function provided(
  item: ImportInfo,
  offered: HostImports,
  life: Life,
  action: string,
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
    if (value === undefined) return undefined;
    fits = isObjectOf(item.kind, value);
  } catch (cause) {
    return refuse(`cannot be read: ${messageOf(cause)}`, cause);
  }
  if (item.kind === "func" && typeof value === "function") {
    const carried = [...(item.params ?? []), ...(item.results ?? [])];
    if (carried.includes("v128")) return refuse("has a v128 in its type, which JavaScript cannot pass");
    return wrapHostFunction(label, item.results ?? [], value as HostFunction, life);
  }
  return fits ? (value as WebAssembly.ImportValue) : refuse(`must be a ${item.type}`);
}

/** A host function is wrapped for one type; two of one name would share the later one's wrapper. */
function refuseSecondType(item: ImportInfo, seen: Map<string, string>, action: string, plugin: string): void {
  const { module, name, type } = item;
  const key = JSON.stringify([module, name]);
  const first = seen.get(key);
  seen.set(key, type);
  if (first === undefined || first === type) return;
  const reason = `it imports "${labelOf(item)}" as ${first} and as ${type}, which no one function is`;
  throw new PluginError({ code: "unsupported", action, reason, plugin });
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

const mostShown = 20;

function missingImports(missing: readonly MissingImport[], action: string, plugin: string): PluginError {
  const lines = missing
    .slice(0, mostShown)
    .map(
      ({ module, name, type, askedBy, cure }) =>
        `  "${printableName(module)}" "${printableName(name)}": ${type}\n    asked for by ${askedBy}; ${cure}`,
    );
  const rest = missing.length > mostShown ? [`  and ${missing.length - mostShown} more`] : [];
  const count =
    missing.length === 1 ? "1 import that nobody provides" : `${missing.length} imports that nobody provides`;
  return new PluginError({
    code: "missing-import",
    action,
    reason: [`it has ${count}`, ...lines, ...rest].join("\n"),
    plugin,
    missing,
  });
}
