import type { Judgement, KnownFailure } from "./known-failing.ts";

interface Count {
  cases: number;
  passed: number;
  foreseen: number;
  unforeseen: number;
}

/** What came of all cases, by the guests' language and by the way in which they ran. */
export class Tally {
  readonly #counts = new Map<string, Map<string, Count>>();
  readonly #met = new Set<string>();

  add(variant: string, column: string, { complaints, passed, foreseen }: Judgement): void {
    const row = this.#counts.get(variant) ?? new Map<string, Count>();
    this.#counts.set(variant, row);
    const count = row.get(column) ?? { cases: 0, passed: 0, foreseen: 0, unforeseen: 0 };
    row.set(column, count);
    count.cases++;
    count.passed += passed;
    count.foreseen += foreseen.length;
    count.unforeseen += complaints.length;
    for (const { pattern } of foreseen) this.#met.add(`${variant}: ${pattern}`);
  }

  /** The known failures of a variant that nothing met. */
  dead(variant: string, known: readonly KnownFailure[]): readonly string[] {
    return known.map(({ pattern }) => pattern).filter((pattern) => !this.#met.has(`${variant}: ${pattern}`));
  }

  /** One line a variant and a way to run it, and the sum. */
  table(): string {
    const sum: Count = { cases: 0, passed: 0, foreseen: 0, unforeseen: 0 };
    const lines = [...this.#counts].flatMap(([variant, columns]) =>
      [...columns].map(([column, count]) => {
        for (const key of Object.keys(sum) as (keyof Count)[]) sum[key] += count[key];
        return line(variant, column, count);
      }),
    );
    return [...lines, line("all", "", sum)].join("\n");
  }
}

function line(variant: string, column: string, { cases, passed, foreseen, unforeseen }: Count): string {
  const trouble = unforeseen === 0 ? "" : `, ${unforeseen} complaints`;
  return `${variant.padEnd(17)} ${column.padEnd(20)} ${count(cases)} cases, ${count(passed)} calls as expected, ${foreseen} known to fail${trouble}`;
}

function count(number: number): string {
  return String(number).padStart(5);
}
