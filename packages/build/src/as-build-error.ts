import { fileFault, PluginError } from "@polyplug/errors";
import { BuildError } from "./build-error.ts";

/** What keeps a plugin from being built, whoever threw it: the tools of WIT, the file system, a step of ours. */
export function asBuildError(action: string, error: unknown): unknown {
  if (PluginError.is(error)) return new BuildError(action, error.reason, { cause: error });
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  const fault = fileFault(error);
  const reason = "path" in error ? `${fault}: ${error.path}` : fault;
  return new BuildError(action, reason, { cause: error });
}
