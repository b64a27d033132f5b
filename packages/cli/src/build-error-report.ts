import { PluginError, printable } from "@polyplug/errors";
import { exitCode } from "./exit-code.ts";
import type { Report } from "./report.ts";

/** What `@polyplug/build` throws, by its shape: the package itself is only loaded where something is built. */
export interface BuildFailure extends Error {
  /** What the compiler said. */
  readonly output: string | undefined;
}

export function isBuildError(error: unknown): error is BuildFailure {
  return error instanceof Error && error.name === "BuildError" && "output" in error;
}

/** The compiler's own output, then one line of ours. */
export function buildErrorReport({ message, output = "", cause }: BuildFailure): Report {
  const line = output === "" ? message : message.replace(output, "").trimEnd();
  const known = PluginError.is(cause) ? { code: cause.code, path: cause.path } : { code: "build-failed" };
  const said = output === "" ? "" : `${output.trimEnd()}\n`;
  return {
    exitCode: exitCode.failed,
    stdout: "",
    stderr: `${printable(said)}polyplug: ${printable(line)}\n`,
    json: { error: { ...known, message: line, ...(output !== "" && { output }) } },
  };
}
