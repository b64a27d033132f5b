import { type MissingImport, missingReason, PluginError } from "@polyplug/errors";

/** The error for imports that nobody provides, as somebody at the command line can use it: by flags. */
export function missingHere(error: PluginError): PluginError {
  const missing = error.missing?.map((item): MissingImport => ({ ...item, cure: cureOf(item) }));
  return missing === undefined ? error : new PluginError({ ...error, reason: missingReason(missing), missing });
}

function cureOf(item: MissingImport): string {
  const { cure, hint } = item;
  if (cure === hint) return cure;
  const here = needsNoAnswer(item) ? "--import or --stub provides it" : "--import provides it";
  return hint === undefined ? here : `${hint}; ${here}`;
}

/** Whether a stub can take the place of it: a function that gives nothing, and is none of a resource's. */
function needsNoAnswer({ name, type }: MissingImport): boolean {
  return /\bfunc ?\(/.test(type) && !type.includes("->") && !name.startsWith("[");
}
