import { relative } from "node:path";
import { type Artifact, type BuiltPlugin, buildPlugin, detectProject, type Project } from "@polyplug/build";
import { printable, printableLine } from "@polyplug/errors";
import { exitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { columns } from "../show/columns.ts";
import { count } from "../show/count.ts";
import { style } from "../show/style.ts";
import { interruptible } from "../stdio/interruptible.ts";

export interface BuildFlags {
  readonly lowering?: Project["lowering"];
  readonly out?: string;
  readonly optimize?: true;
}

/** A plugin that was built, and how long that took in milliseconds, the compiler included. */
export interface TimedBuild extends BuiltPlugin {
  readonly project: Project;
  readonly milliseconds: number;
}

/** Builds the plugin in a folder, and says what came of it. */
export async function build(folder: string, flags: BuildFlags): Promise<Report> {
  const start = performance.now();
  const project = await detectProject(folder);
  const built = await interruptible((signal) => buildPlugin(project, { ...flags, signal }));
  return buildReport({ ...built, project, milliseconds: performance.now() - start });
}

/** What `polyplug build` says of a plugin that was built. */
export function buildReport({ project, milliseconds, ...built }: TimedBuild): Report {
  const { artifacts, language, compiler, compilerMilliseconds, warnings } = built;
  const rows = [
    ["language", project.title],
    ["compiler", printableLine(compiler)],
    [
      "took",
      `${count(Math.round(milliseconds))} ms, ${count(Math.round(compilerMilliseconds))} ms of them the compiler`,
    ],
  ];
  const stdout = [...artifacts.map(showArtifact), ...columns(rows), ""].join("\n");
  const made = artifacts.map(({ path, lowering, size, imports, inspection: { integrity } }) => {
    return { path, lowering, size, imports, integrity };
  });
  const json = { language, compiler, artifacts: made, warnings, milliseconds, compilerMilliseconds };
  return { exitCode: exitCode.done, stdout, stderr: warnings === "" ? "" : `${printable(warnings)}\n`, json };
}

function showArtifact({ path, lowering, size, imports }: Artifact): string {
  const kind = lowering === "core" ? "core plugin" : "component";
  const file = printableLine(relative(process.cwd(), path) || path);
  const asked = imports.length === 0 ? "nothing" : imports.map(printableLine).join(", ");
  return [
    style.heading(file),
    ...columns([
      ["kind", kind],
      ["size", `${count(size)} bytes`],
      ["imports", asked],
    ]),
  ].join("\n");
}
