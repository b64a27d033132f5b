import type { PluginSource } from "./plugin-source.ts";

/** A source as messages call it: the path or URL as it was given, and `plugin` for bare bytes. */
export function nameSource(source: PluginSource): { readonly shown: string; readonly name: string } {
  const location = locationOf(source);
  if (location === undefined) return { shown: "plugin", name: "plugin" };
  const path = location.startsWith("data:") ? "" : location.replace(/[?#].*$/s, "");
  const file = path.split(/[/\\]/).pop() ?? "";
  return { shown: shorten(location), name: file.replace(/\.wasm$/, "") || "plugin" };
}

function locationOf(source: PluginSource): string | undefined {
  if (typeof source === "string") return source;
  if (source instanceof URL) return source.href;
  // Callers in plain JavaScript may pass anything; reading the source refuses what is none.
  if (typeof source !== "object" || source === null || !("url" in source)) return undefined;
  return typeof source.url === "string" && source.url !== "" ? source.url : undefined;
}

/** A `data:` URL holds the whole plugin; a message should not. */
function shorten(location: string): string {
  return location.length <= 200 ? location : `${location.slice(0, 200)}…`;
}
