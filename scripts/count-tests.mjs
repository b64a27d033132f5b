/**
 * The totals of vitest's JSON report. A file that failed without a failed test, such as one that cannot be imported,
 * counts as one failed test; so does a run that ended badly though everything in its report is fine, as it does after
 * an error that belongs to no test.
 */
export function countTests({ testResults }, exit) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of testResults) {
    const failedBefore = total.failed;
    for (const test of assertionResults) {
      if (test.status === "passed") total.passed += 1;
      else if (test.status === "failed") total.failed += 1;
      else total.skipped += 1;
    }
    if (status === "failed" && total.failed === failedBefore) total.failed += 1;
  }
  if (exit !== undefined && total.failed === 0) {
    console.error(exit.message);
    total.failed = 1;
  }
  return total;
}
