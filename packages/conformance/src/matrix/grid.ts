import { type CaseResult, isTrouble } from "./case-result.ts";
import { type Variant, variants } from "./variant.ts";
import { type Way, ways } from "./way.ts";

/** How many cases of a language there are in one way, and what came of them. */
export interface Cell {
  readonly total: number;
  readonly passed: number;
  readonly known: number;
  /** What nobody foresaw. */
  readonly trouble: number;
}

/** Results by language and by way. */
export interface Grid {
  readonly ways: readonly Way[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly variant: Variant;
  /** By way; undefined where guests of the language do not run in it. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Counts results. Languages that have none are left out. */
export function gridOf(results: readonly CaseResult[]): Grid {
  const rows = variants.flatMap((variant): GridRow[] => {
    const own = results.filter((result) => isOf(result, variant));
    if (own.length === 0) return [];
    return [{ variant, cells: ways.map((way) => cellOf(own.filter((result) => isIn(result, way)))) }];
  });
  return { ways, rows };
}

/** Whether a result is one of a row. */
export function isOf(result: CaseResult, { language, generator }: Variant): boolean {
  return result.language === language && result.generator === generator;
}

function isIn(result: CaseResult, { lowering, engine, tier }: Way): boolean {
  return result.lowering === lowering && result.engine === engine && result.tier === tier;
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
