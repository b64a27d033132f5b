import { join, relative } from "node:path";
import { detectProject, writeBindings } from "@polyplug/build";
import { printableLine } from "@polyplug/errors";
import { exitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";

/** Writes the bindings of the plugin in a folder, and says which files are new. */
export async function bindings(folder: string): Promise<Report> {
  const project = await detectProject(folder);
  const { files, written, removed } = await writeBindings(project);
  const shown = (path: string): string => printableLine(relative(process.cwd(), join(project.folder, path)));
  const lines = [
    ...written.map((path) => `${shown(path)} written`),
    ...removed.map((path) => `${shown(path)} removed`),
  ];
  if (files.length === 0)
    lines.push(`a plugin in ${project.title} needs no files: its compiler makes them of the contract`);
  else if (lines.length === 0)
    lines.push(`${files.length === 1 ? "1 file is" : `${files.length} files are`} as they should be`);
  return {
    exitCode: exitCode.done,
    stdout: `${lines.join("\n")}\n`,
    stderr: "",
    json: { language: project.language, files, written, removed },
  };
}
