/** What the runners of tests outside of JavaScript close with, each with the names of its groups. */
const closings = [
  // cargo test: once for each program and for the examples in comments.
  /^test result: \w+\. (?<passed>\d+) passed; (?<failed>\d+) failed; (?<skipped>\d+) ignored;/gm,
  // A runner that says no more than that.
  /^(?<passed>\d+) passed, (?<failed>\d+) failed(?:, (?<skipped>\d+) skipped)?$/gm,
];

/** go test -v has no totals: it tells of each test, and of those within it further to the right. */
const goTest = /^--- (?<verdict>PASS|FAIL|SKIP): /gm;

const keys = { PASS: "passed", FAIL: "failed", SKIP: "skipped" };

/** Counts the tests that the output of one or several runners tells of. */
export function countNative(output) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const closing of closings) {
    for (const { groups } of output.matchAll(closing)) {
      for (const key of Object.keys(total)) total[key] += Number(groups[key] ?? 0);
    }
  }
  for (const { groups } of output.matchAll(goTest)) total[keys[groups.verdict]] += 1;
  return total;
}
