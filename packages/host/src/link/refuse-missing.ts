import { type MissingImport, PluginError, printableName } from "@polyplug/errors";

const mostShown = 20;

/** Throws one `missing-import` that lists all that nobody provides, if there is anything. */
export function refuseMissing(missing: readonly MissingImport[], action: string, plugin: string): void {
  if (missing.length === 0) return;
  const lines = missing
    .slice(0, mostShown)
    .map(
      ({ module, name, type, askedBy, cure }) =>
        `  "${printableName(module)}" "${printableName(name)}": ${type}\n    asked for by ${askedBy}; ${cure}`,
    );
  const rest = missing.length > mostShown ? [`  and ${missing.length - mostShown} more`] : [];
  const count =
    missing.length === 1 ? "1 import that nobody provides" : `${missing.length} imports that nobody provides`;
  throw new PluginError({
    code: "missing-import",
    action,
    reason: [`it has ${count}`, ...lines, ...rest].join("\n"),
    plugin,
    missing,
  });
}
