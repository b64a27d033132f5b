import { type CaseResult, isTrouble } from "./case-result.ts";
import { type Column, formColumns, tierColumns } from "./column.ts";
import { type Variant, variants } from "./variant.ts";
import type { Way } from "./way.ts";

/** How many cases of a language there are in the ways of a column, and what came of them. */
export interface Cell {
  readonly total: number;
  readonly passed: number;
  readonly known: number;
  /** What nobody foresaw. */
  readonly trouble: number;
}

/** Results by language and by way. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly variant: Variant;
  /** By column; undefined where guests of the language do not run in its ways. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Counts results: by form and canonical ABI, and by tier and limits. Languages that have none are left out. */
export function gridsOf(results: readonly CaseResult[]): readonly [forms: Grid, tiers: Grid] {
  return [gridOf(results, formColumns), gridOf(results, tierColumns)];
}

function gridOf(results: readonly CaseResult[], columns: readonly Column[]): Grid {
  const rows = variants.flatMap((variant): GridRow[] => {
    const own = results.filter((result) => isOf(result, variant));
    if (own.length === 0) return [];
    const cells = columns.map(({ ways }) => cellOf(own.filter((result) => ways.some((way) => isIn(result, way)))));
    return [{ variant, cells }];
  });
  return { columns, rows };
}

/** Whether a result is one of a row. */
export function isOf(result: CaseResult, { language, generator }: Variant): boolean {
  return result.language === language && result.generator === generator;
}

const axes = ["lowering", "engine", "canonicalAbi", "tier", "metering"] as const;

function isIn(result: CaseResult, way: Way): boolean {
  return axes.every((axis) => result[axis] === way[axis]);
}

function cellOf(results: readonly CaseResult[]): Cell | undefined {
  if (results.length === 0) return undefined;
  return {
    total: results.length,
    passed: results.filter(({ result }) => result === "pass").length,
    known: results.filter(({ result }) => result === "known-failure").length,
    trouble: results.filter(isTrouble).length,
  };
}
