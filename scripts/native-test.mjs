/**
 * `node native-test.mjs COMMAND ARGUMENTS`: runs the tests of a package by the runner of its language, and passes on what
 * that prints. Its totals go into a file of the folder that POLYPLUG_TEST_REPORTS names, if it does.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { countNative } from "./count-native.mjs";

/** Runs a runner to its end. A run without a test has failed, and so has one that ends badly. */
export function runNative(command, args, env = process.env) {
  // In the same process group: whoever ends this one ends the runner too.
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
    process.stdout.write(text);
  });
  child.once("error", (error) => report(countNative(""), `cannot run ${command}: ${error.message}`));
  child.once("close", (code, signal) => {
    const total = countNative(output);
    const none = total.passed + total.failed === 0 ? `${command} ran no test` : undefined;
    report(total, code === 0 ? none : `${command}: ${signal ?? `exit code ${code}`}`);
  });
}

function report(total, failure) {
  if (failure !== undefined) {
    console.error(failure);
    total.failed = Math.max(total.failed, 1);
  }
  if (total.failed > 0) process.exitCode = 1;
  const { POLYPLUG_TEST_REPORTS: folder, npm_package_name: name } = process.env;
  if (folder !== undefined && name !== undefined) {
    writeFileSync(join(folder, `${encodeURIComponent(name)}.json`), JSON.stringify(total));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [command, ...args] = process.argv.slice(2);
  runNative(command, args);
}
