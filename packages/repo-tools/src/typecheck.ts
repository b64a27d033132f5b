import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run.ts";

/** What the strictest user gets: every check on, and the declarations of the packages checked as well. */
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  target: "esnext",
  module: "nodenext",
  lib: ["esnext", "dom"],
  types: [],
};

/** What a compiler says about one module of a project, line by line; nothing when it is right. */
export async function typecheck(project: string, file: string, tsc: string): Promise<string[]> {
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const { exitCode, stdout, stderr } = await run(tsc, ["--pretty", "false", "-p", "."], project);
  if (exitCode === 0) return [];
  return `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
}
