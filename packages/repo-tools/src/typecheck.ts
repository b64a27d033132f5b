import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run.ts";

/** What a user's compiler knows of where the program runs, beside the language itself. */
export interface Surroundings {
  readonly lib: readonly string[];
  /** Packages with ambient types, and the folder that has them. */
  readonly types: readonly string[];
  readonly typeRoots?: readonly string[];
}

/** What the strictest user gets: every check on, and the declarations of the packages checked as well. */
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2023",
  module: "nodenext",
};

/** What a compiler says about one module of a project, line by line; nothing when it is right. */
export async function typecheck(
  project: string,
  file: string,
  { tsc, ...surroundings }: Surroundings & { readonly tsc: string },
): Promise<string[]> {
  const config = { compilerOptions: { ...compilerOptions, ...surroundings }, files: [file] };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
  const { exitCode, stdout, stderr } = await run(tsc, ["--pretty", "false", "-p", "."], project);
  if (exitCode === 0) return [];
  return `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
}
