import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countTests } from "./count-tests.mjs";
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
