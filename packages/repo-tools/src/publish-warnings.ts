import { join } from "node:path";
import { run } from "./run.ts";
import type { Violation } from "./violation.ts";

/** What concerns this machine and not the package: nobody is logged in here, and its configuration is its own. */
const ofMachine = / requires you to be logged in to .* \(dry-run\)$|^Unknown (user|env) config /;

/** What npm warns of when it is asked how it would publish the built package in this folder. Nothing leaves the machine. */
export async function publishWarnings(root: string, folder: string): Promise<Violation[]> {
  // Whoever runs the tests may have told npm to be silent.
  const args = ["publish", "--dry-run", "--offline", "--ignore-scripts", "--access=public", "--loglevel=warn"];
  const { exitCode, stderr } = await run("npm", args, join(root, folder));
  const warnings = stderr.split("\n").flatMap((line) => /^npm (?:warn|error) (.*)$/i.exec(line)?.[1] ?? []);
  const reasons = warnings.filter((line) => !ofMachine.test(line));
  if (exitCode !== 0 && reasons.length === 0) reasons.push(`exit code ${exitCode}`);
  return reasons.map((reason) => ({ path: `${folder}/package.json`, reason: `npm publish: ${reason}` }));
}
