import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "./run-child.mjs";
import { env, root } from "./setup.mjs";

/** Runs vitest, which prints as it goes, and counts. */
export async function runTests(args) {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-tests-"));
  const report = join(folder, "report.json");
  try {
    const vitest = join(root, "node_modules/.bin/vitest");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const exit = await runChild(vitest, ["run", "--allowOnly=false", ...reporters, ...args], {
      cwd: root,
      env,
      show: true,
    }).then(
      () => undefined,
      (error) => error,
    );
    return countTests(await readReport(report), exit);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** No report means that vitest ended before it could write one: there is nothing to count but that. */
async function readReport(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return { testResults: [] };
    throw error;
  }
}

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
