import { type MissingImport, missingReason, PluginError } from "@polyplug/errors";

/**
 * The error for imports that nobody provides, as somebody at the command line can use it: there is no `imports` option
 * here, and no flag provides anything but WASI.
 */
export function missingHere(error: PluginError): PluginError {
  const missing = error.missing?.map((item): MissingImport => ({ ...item, cure: cureOf(item) }));
  return missing === undefined ? error : new PluginError({ ...error, reason: missingReason(missing), missing });
}

function cureOf({ cure, hint }: MissingImport): string {
  if (cure === hint) return cure;
  const elsewhere = "a program that loads the plugin can provide it";
  return hint === undefined ? elsewhere : `${hint}; ${elsewhere}`;
}
