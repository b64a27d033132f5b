import { messageOf, refuseUnknownKeys } from "@polyplug/errors";
import { loadOptionKeys } from "../load-options.ts";
import { absolutePath } from "../platform/watch-file.ts";
import { badOption, ownOptions } from "../read-options.ts";
import type { WatchHooks } from "./watched-plugin.ts";

const hookKeys: readonly (keyof WatchHooks)[] = ["onSwap", "onFailure", "signal", "ref"];

/** What a watch itself is told, and what is for loading. Throws `bad-argument` for what does not fit. */
export function readWatchOptions(
  options: object,
  action: string,
): { readonly hooks: WatchHooks; readonly load: Record<string, unknown> } {
  const own = ownOptions(options, action);
  const known = [...loadOptionKeys.filter((key) => key !== "integrity" && key !== "record"), ...hookKeys];
  refuseUnknownKeys(action, "options", own, known);
  const { onSwap, onFailure, signal, ref, ...load } = own;
  for (const [key, value] of Object.entries({ onSwap, onFailure })) {
    if (value !== undefined && typeof value !== "function") {
      throw badOption(action, `${key} must be a function, not ${typeof value}`, key);
    }
  }
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.addEventListener !== "function") {
    throw badOption(action, "signal must be an AbortSignal", "signal");
  }
  return { hooks: { onSwap, onFailure, signal, ref } as WatchHooks, load };
}

/** The absolute path of what a path or a URL is. A scheme has two letters at least, so that `C:` is none. */
export function fileOf(path: unknown, action: string): string {
  try {
    const place = typeof path === "string" && /^file:/i.test(path) ? new URL(path) : path;
    if (place instanceof URL && place.protocol === "file:") return absolutePath(place);
    if (typeof place === "string" && !/^[a-z][a-z0-9+.-]+:/i.test(place)) return absolutePath(place);
  } catch (cause) {
    throw badOption(action, messageOf(cause), "path", cause);
  }
  throw badOption(action, "only a file can be watched", "path");
}
