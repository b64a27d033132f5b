import { type MissingImport, missingReason, PluginError } from "@polyplug/errors";

/** Throws one `missing-import` that lists all that nobody provides, if there is anything. */
export function refuseMissing(missing: readonly MissingImport[], action: string, plugin: string): void {
  if (missing.length === 0) return;
  throw new PluginError({ code: "missing-import", action, reason: missingReason(missing), plugin, missing });
}
