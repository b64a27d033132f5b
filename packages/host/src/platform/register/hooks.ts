import type { LoadFnOutput, LoadHookSync, ResolveFnOutput, ResolveHookSync } from "node:module";
import { messageOf, PluginError } from "@polyplug/errors";
import { exportedNames } from "./exported-names.ts";
import { type PluginSettings, packageOf, settingsFor } from "./plugin-settings.ts";

const fs = process.getBuiltinModule("node:fs");

/** Marks the URL of a plugin that is ours to load, and says how: modules are known by their URLs, and so are their grants. */
const mark = "polyplug";

/** What the hooks on a thread of their own resolve, and nobody else does. */
export const registered = { specifier: "polyplug:registered", url: "data:text/javascript," } as const;

type ResolveContext = Parameters<ResolveHookSync>[1];

/** The hooks of Node that make modules of plugins. `self` is the URL of the module that exports `importPlugin`. */
export function hooksOf(self: string): {
  resolved(resolution: ResolveFnOutput, context: ResolveContext): ResolveFnOutput;
  loaded(url: string): LoadFnOutput | undefined;
} {
  return {
    resolved(resolution, context) {
      const url = markedUrl(resolution.url, context);
      return url === undefined ? resolution : { ...resolution, url, format: "module", shortCircuit: true };
    },
    loaded(marked) {
      if (!marked.includes(".wasm")) return undefined;
      const url = new URL(marked);
      const text = url.searchParams.get(mark);
      if (text === null || !isPlugin(url)) return undefined;
      url.searchParams.delete(mark);
      return { format: "module", source: sourceOf(url, JSON.parse(text), self), shortCircuit: true };
    },
  };
}

/** The hooks in the form of `registerHooks`: on the thread of those who import. */
export function syncHooks(self: string): { readonly resolve: ResolveHookSync; readonly load: LoadHookSync } {
  const hooks = hooksOf(self);
  return {
    resolve: (specifier, context, next) => hooks.resolved(next(specifier, context), context),
    load: (url, context, next) => hooks.loaded(url) ?? next(url, context),
  };
}

function isPlugin(url: URL): boolean {
  return url.protocol === "file:" && url.pathname.endsWith(".wasm");
}

/** Undefined for what is Node's: what is no plugin, and what a package keeps for itself. */
function markedUrl(resolved: string, { parentURL, importAttributes }: ResolveContext): string | undefined {
  if (!resolved.includes(".wasm") || parentURL === undefined || !parentURL.startsWith("file:")) return undefined;
  const url = new URL(resolved);
  const { grant, ...others } = importAttributes ?? {};
  if (!isPlugin(url) || Object.keys(others).length > 0) return undefined;
  const owner = packageOf(parentURL);
  const isInstalled = owner?.manifest.includes("/node_modules/") ?? false;
  if (owner?.field === false || (isInstalled && owner?.field === undefined)) return undefined;
  const settings = owner === undefined ? {} : settingsFor(owner, url);
  if (settings === undefined) return undefined;
  url.searchParams.set(mark, JSON.stringify(withGrants(settings, grant)));
  return url.href;
}

/** `with { grant: "stdout clock" }` grants what needs no more than a name. */
function withGrants(settings: PluginSettings, grant: string | undefined): PluginSettings {
  const names = grant?.split(/[\s,]+/).filter((name) => name !== "") ?? [];
  if (names.length === 0) return settings;
  return { ...settings, grant: { ...settings.grant, ...Object.fromEntries(names.map((name) => [name, true])) } };
}

/**
 * Exports that are had of the default one alone: itself, and what `import()` would call, and wait for, before it gave the
 * module.
 */
const unnamed: ReadonlySet<string> = new Set(["default", "then"]);

/** Characters of names, our own: Node takes seconds for the forty thousand functions that it is enough for. */
const mostNames = 2 ** 20;

/** Characters that a name takes beside its own. */
const besideName = 20;

/**
 * A module with the exports of a plugin. Their names come out of a binary and stand in code here, for nothing but code says
 * what a module exports: as literals in which every character but letters and digits is escaped.
 */
function sourceOf(url: URL, settings: PluginSettings, self: string): string {
  const names = namesOf(url).filter((name) => !unnamed.has(name));
  const imports = settings.imports === undefined ? "undefined" : "providedBy(imports)";
  return [
    `import { importPlugin, providedBy } from ${literal(self)};`,
    settings.imports === undefined ? "" : `import * as imports from ${literal(settings.imports)};`,
    // In an object literal, a key called __proto__ would make a prototype of its value.
    `const settings = JSON.parse(${literal(JSON.stringify(settings))});`,
    `const { exports } = await importPlugin(${literal(url.href)}, settings, ${imports});`,
    "export default exports;",
    ...names.map((name, index) => `const e${index} = exports[${literal(name)}];`),
    `export { ${names.map((name, index) => `e${index} as ${literal(name)}`).join(", ")} };`,
  ].join("\n");
}

function literal(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

function namesOf(url: URL): readonly string[] {
  const action = `import ${decodeURIComponent(url.pathname)}`;
  const plugin = /([^/]*)\.wasm$/.exec(decodeURIComponent(url.pathname))?.[1];
  try {
    const names = exportedNames(fs.readFileSync(url));
    if (names.reduce((sum, name) => sum + name.length + besideName, 0) <= mostNames) return names;
    const reason = `it exports ${names.length} things, which is too much for a module; call loadPlugin for it`;
    throw new PluginError({ code: "unsupported", action, reason });
  } catch (cause) {
    if (PluginError.is(cause)) throw cause.within(action, { plugin });
    throw new PluginError({ code: "unreadable", action, reason: messageOf(cause), plugin, cause });
  }
}
