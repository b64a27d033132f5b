import { BuildError } from "@polyplug/build";

/**
 * What kept a step from being done, as an error of that step. A compiler's own words say it all; the command that led to
 * them is long, and made by this package.
 */
export function buildFailure(task: string, error: unknown): BuildError {
  const said = error instanceof BuildError && error.output ? `the compiler says\n${error.output}` : undefined;
  return new BuildError(task, said ?? (error instanceof Error ? error.message : String(error)), { cause: error });
}
