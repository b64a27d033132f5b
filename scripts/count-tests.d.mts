interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

export function countTests(report: Report, exit: Error | undefined): Totals;
