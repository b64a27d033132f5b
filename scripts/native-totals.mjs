import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runChild } from "./run-child.mjs";
import { env, root } from "./setup.mjs";
import { step } from "./step.mjs";

/**
 * Runs the scripts `test` of the packages that have one: those whose tests another language's runner runs. Gives their
 * totals, and prints everything that they said if one of them failed.
 */
export async function runNativeTests() {
  const reports = join(env.TMPDIR, "native");
  await mkdir(reports);
  const args = ["run", "test", "--continue", "--env-mode=loose", "--output-logs=full"];
  const exit = await step("test natively", () =>
    runChild(join(root, "node_modules/.bin/turbo"), args, {
      cwd: root,
      env: { ...env, POLYPLUG_TEST_REPORTS: reports },
    }),
  ).then(
    () => undefined,
    (error) => error,
  );
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const file of await readdir(reports)) {
    const found = JSON.parse(await readFile(join(reports, file), "utf8"));
    for (const key of Object.keys(total)) total[key] += found[key];
  }
  if (exit !== undefined) {
    console.error(exit.message);
    total.failed = Math.max(total.failed, 1);
  }
  return total;
}
