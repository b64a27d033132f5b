import type { CaseResult } from "./case-result.ts";
import { isOf } from "./grid.ts";
import { variants } from "./variant.ts";
import { wayTitle } from "./way.ts";

/** Why cases do not pass: case, languages, ways and reason, one row for all that share these. */
export function reasonRows(results: readonly CaseResult[]): readonly (readonly string[])[] {
  const present = variants.filter((variant) => results.some((result) => isOf(result, variant)));
  const cases = [...new Set(results.map((result) => result.case))];
  return cases.flatMap((name) => {
    const own = results.filter((result) => result.case === name);
    // What differs in the languages alone is one row.
    const rows = new Map<string, { readonly cells: readonly [string, string]; readonly titles: string[] }>();
    for (const variant of present) {
      const played = own.filter((result) => isOf(result, variant));
      const reasons = new Set(played.flatMap(({ reason }) => reason ?? []));
      for (const reason of reasons) {
        const where = whereOf(
          played.filter((result) => result.reason === reason),
          played,
        );
        const key = JSON.stringify([where, reason]);
        const row = rows.get(key) ?? { cells: [where, reason], titles: [] };
        rows.set(key, row);
        row.titles.push(variant.title);
      }
    }
    return [...rows.values()].map(({ cells, titles }) => [
      name,
      titles.length === present.length ? "all" : titles.join("; "),
      ...cells,
    ]);
  });
}

function whereOf(met: readonly CaseResult[], played: readonly CaseResult[]): string {
  if (met.length === played.length) return "everywhere";
  return met.map(wayTitle).join(", ");
}
