/**
 * `npm test`: sets up what is missing, builds, checks types and style, and runs all tests, those in other languages by
 * their own runners. The last line counts them; a check that fails counts as one failed test. Arguments go to vitest,
 * which is all that is run then.
 */
import { join } from "node:path";
import { runNativeTests } from "./native-totals.mjs";
import { endWithChildren, runChild } from "./run-child.mjs";
import { buildPackages, env, installPackages, root } from "./setup.mjs";
import { step } from "./step.mjs";
import { runTests } from "./vitest-totals.mjs";

const tool = (name, ...args) => runChild(join(root, "node_modules/.bin", name), args, { cwd: root, env });

const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a check to the end and says whether it passed. What comes after it runs in any case. */
async function check(run) {
  try {
    await run();
    return true;
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
    return false;
  }
}

function add(tests) {
  for (const key of Object.keys(total)) total[key] += tests[key];
}

/** Has plugins fail in every way for so many seconds. It is one test. */
async function soak(seconds) {
  const args = [join(root, "packages/soak/src/main.ts"), "--seconds", seconds];
  await step(`soak for ${seconds} s`, () => runChild(join(root, "node_modules/.bin/node"), args, { cwd: root, env }));
  return { passed: 1, failed: 0, skipped: 0 };
}

endWithChildren();
if (await check(installPackages)) {
  await check(buildPackages);
  await check(() =>
    step("check types", () => tool("turbo", "run", "typecheck", "--continue", "--output-logs=errors-only")),
  );
  await check(() => step("check style", () => tool("biome", "check", ".", "--error-on-warnings")));
  const files = process.argv.slice(2);
  await check(async () => add(await runTests(files)));
  // Whoever names files wants those.
  if (files.length === 0) {
    await check(async () => add(await runNativeTests()));
    // Last and alone: it takes whatever the machine has.
    await check(async () => add(await soak("60")));
  }
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
