import type { PluginError } from "@polyplug/errors";
import { type ExitCode, exitCodeOf } from "./exit-code.ts";
import type { Report } from "./report.ts";
import { jsonError, showError } from "./show/show-error.ts";

export function errorReport(error: PluginError, exitCode: ExitCode = exitCodeOf(error.code)): Report {
  return { exitCode, stdout: "", stderr: showError(error), json: { error: jsonError(error) } };
}
