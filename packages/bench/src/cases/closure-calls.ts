import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BuiltGuest } from "@polyplug/toolchains";
import type { Comparison } from "../comparison.ts";

const program = fileURLToPath(new URL("./closure-calls-process.ts", import.meta.url));

/** {@link adderCalls} in a process that makes no code from text, so that closures guard the exports. */
export async function closureCalls(guests: readonly BuiltGuest[]): Promise<Comparison[]> {
  const args = ["--disallow-code-generation-from-strings", program, JSON.stringify(guests)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}
