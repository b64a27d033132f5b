import { messageOf, PluginError, refuseUnknownKeys } from "@polyplug/errors";

const fs = process.getBuiltinModule("node:fs");

/** How a plugin is imported, as a `package.json` says it. */
export interface PluginSettings {
  /** As for `loadPlugin`, as far as JSON goes: `true` for stdout and stderr is the process's own. */
  readonly grant?: Readonly<Record<string, unknown>> | undefined;
  /** The URL of a module that provides the imports. */
  readonly imports?: string | undefined;
  readonly integrity?: string | undefined;
  readonly name?: string | undefined;
}

/** A package as far as it concerns importing plugins. */
export interface Package {
  /** The URL of its `package.json`. */
  readonly manifest: string;
  /** The field `polyplug`: undefined where there is none, false where the package wants none of this. */
  readonly field: unknown;
}

/** The package that a file belongs to: that of the nearest `package.json` above it, as Node has it. */
export function packageOf(file: string): Package | undefined {
  for (let folder = new URL("./", file); ; folder = new URL("../", folder)) {
    const manifest = new URL("package.json", folder);
    const text = textOf(manifest);
    if (text !== undefined) return { manifest: manifest.href, field: fieldOf(text, manifest) };
    if (new URL("../", folder).href === folder.href) return undefined;
  }
}

/**
 * What the package says of one plugin; undefined where that is to be no plugin. Throws `bad-argument` for what it
 * cannot say.
 */
export function settingsFor({ manifest, field }: Package, plugin: URL): PluginSettings | undefined {
  if (field === undefined) return {};
  const action = `read ${new URL(manifest).pathname}`;
  const { plugins = {} } = record(field, "polyplug", ["plugins"], action);
  for (const [path, value] of Object.entries(record(plugins, "polyplug.plugins", undefined, action))) {
    const option = `polyplug.plugins[${JSON.stringify(path)}]`;
    if (urlOf(path, manifest, option, action).pathname !== plugin.pathname) continue;
    if (value === false) return undefined;
    const settings = record(value, option, ["grant", "imports", "integrity", "name"], action);
    const text = (key: "imports" | "integrity" | "name"): string | undefined => {
      const found = settings[key];
      if (found === undefined || typeof found === "string") return found;
      throw refuse(action, `${option}.${key} must be a string`, `${option}.${key}`);
    };
    const imports = text("imports");
    return {
      grant:
        settings["grant"] === undefined ? undefined : record(settings["grant"], `${option}.grant`, undefined, action),
      imports: imports === undefined ? undefined : urlOf(imports, manifest, `${option}.imports`, action).href,
      integrity: text("integrity"),
      name: text("name"),
    };
  }
  return {};
}

function textOf(file: URL): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR"))
      return undefined;
    throw refuse(`read ${file.pathname}`, messageOf(cause), "package.json", cause);
  }
}

function fieldOf(text: string, manifest: URL): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && "polyplug" in parsed ? parsed.polyplug : undefined;
  } catch (cause) {
    throw refuse(`read ${manifest.pathname}`, messageOf(cause), "package.json", cause);
  }
}

function urlOf(text: string, base: string, option: string, action: string): URL {
  try {
    return new URL(text, base);
  } catch (cause) {
    throw refuse(action, `${option} must be a path or a URL`, option, cause);
  }
}

function record(
  value: unknown,
  option: string,
  known: readonly string[] | undefined,
  action: string,
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refuse(action, `${option} must be an object`, option);
  }
  if (known !== undefined) refuseUnknownKeys(action, option, value, known);
  return { ...value };
}

function refuse(action: string, reason: string, path: string, cause?: unknown): PluginError {
  return new PluginError({ code: "bad-argument", action, reason, path, cause });
}
