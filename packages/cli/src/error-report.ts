import type { PluginError } from "@polyplug/errors";
import { exitCodeOf } from "./exit-code.ts";
import type { Report } from "./report.ts";
import { jsonError, showError } from "./show/show-error.ts";

export function errorReport(error: PluginError): Report {
  return { exitCode: exitCodeOf(error.code), stdout: "", stderr: showError(error), json: { error: jsonError(error) } };
}
