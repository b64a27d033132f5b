import type { MissingImport } from "./missing-import.ts";
import { printableName } from "./printable.ts";

const mostShown = 20;

/** Why a plugin with these imports is not loaded, as the error tells it that has them: a line for each, and what to do. */
export function missingReason(missing: readonly MissingImport[]): string {
  const lines = missing
    .slice(0, mostShown)
    .map(
      ({ module, name, type, askedBy, cure }) =>
        `  "${printableName(module)}" "${printableName(name)}": ${type}\n    asked for by ${askedBy}; ${cure}`,
    );
  const rest = missing.length > mostShown ? [`  and ${missing.length - mostShown} more`] : [];
  const count = missing.length === 1 ? "1 import" : `${missing.length} imports`;
  return [`it has ${count} that nobody provides`, ...lines, ...rest].join("\n");
}
