import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { countTests } from "./count-tests.mjs";
import { runChild } from "./run-child.mjs";
import { env, root } from "./setup.mjs";

/** Runs vitest, which prints as it goes, and counts. */
export async function runTests(args) {
  const report = join(env.TMPDIR, "report.json");
  const vitest = join(root, "node_modules/.bin/vitest");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const options = { cwd: root, env, show: true };
  const exit = await runChild(vitest, ["run", "--allowOnly=false", ...reporters, ...args], options).then(
    () => undefined,
    (error) => error,
  );
  return countTests(await readReport(report), exit);
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
