import { messageOf, PluginError } from "@polyplug/errors";
import type { PluginSource } from "./plugin-source.ts";

/**
 * A source as messages call it: the path or URL as it was given but for a password, and `plugin` for bare bytes. Throws
 * `bad-argument` for an object that cannot even be looked at.
 */
export function nameSource(
  source: PluginSource,
  verb: "load" | "inspect" | "read" | "check" | "replay",
): { readonly shown: string; readonly name: string } {
  const location = lookAt(source, verb);
  if (location === undefined) return { shown: "plugin", name: "plugin" };
  const path = location.startsWith("data:") ? "" : location.replace(/[?#].*$/s, "");
  const file = path.split(/[/\\]/).pop() ?? "";
  return { shown: shorten(location), name: file.replace(/\.wasm$/, "") || "plugin" };
}

function lookAt(source: PluginSource, verb: string): string | undefined {
  try {
    return locationOf(source);
  } catch (cause) {
    const reason = `the source cannot be looked at: ${messageOf(cause)}`;
    throw new PluginError({ code: "bad-argument", action: `${verb} plugin`, reason, plugin: "plugin", cause });
  }
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
  const shown = location.replace(/^([a-z][a-z0-9+.-]+:\/\/)[^/?#@]*@/i, "$1");
  return shown.length <= 200 ? shown : `${shown.slice(0, 200)}…`;
}
