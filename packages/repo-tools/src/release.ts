// Says what a release does; with --publish, does it.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { releaseSteps } from "./release-steps.ts";
import { readTree } from "./tree.ts";

const { publish } = parseArgs({ options: { publish: { type: "boolean", default: false } } }).values;
for (const [program, ...args] of releaseSteps(readTree(process.cwd()))) {
  console.log([program, ...args].join(" "));
  if (!publish) continue;
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (error !== undefined || status !== 0) throw error ?? new Error(`cannot go on: ${program} ended with ${status}`);
}
if (!publish) console.log("Nothing was done: npm run release -- --publish does it.");
