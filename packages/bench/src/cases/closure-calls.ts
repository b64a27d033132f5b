import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BuiltGuest } from "@polyplug/toolchains";
import type { Row } from "../row.ts";
import type { Settings } from "../settings.ts";

const program = fileURLToPath(new URL("./closure-calls-process.ts", import.meta.url));

/** Calls of bare functions in a process that makes no code from text, so that closures guard the exports. */
export async function closureCalls(guests: readonly BuiltGuest[], settings: Settings): Promise<Row[]> {
  const args = ["--disallow-code-generation-from-strings", program, JSON.stringify({ guests, settings })];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const rows: Row[] = JSON.parse(stdout);
  // It is there for comparison: where code may not be made there is nothing quicker.
  return rows.map((row) => ({ ...row, case: `${row.case}, by closures`, target: null, met: null }));
}
