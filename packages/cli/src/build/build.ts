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
  const built = await interruptible(({ signal }) => buildPlugin(project, { ...flags, signal }));
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
  const stdout = showBuild(artifacts, rows);
  const made = artifacts.map(({ path, lowering, size, imports, inspection: { integrity } }) => {
    return { path, lowering, size, imports, integrity };
  });
  const json = { language, compiler, artifacts: made, warnings, milliseconds, compilerMilliseconds };
  return { exitCode: exitCode.done, stdout, stderr: warnings === "" ? "" : `${printable(warnings)}\n`, json };
}

/** The lines of all of them have one width, so that they are aligned below several files too. */
function showBuild(artifacts: readonly Artifact[], rows: readonly (readonly string[])[]): string {
  const blocks = artifacts.map(({ lowering, size, imports }) => [
    ["kind", lowering === "core" ? "core plugin" : "component"],
    ["size", `${count(size)} bytes`],
    ["imports", showImports(imports)],
  ]);
  const lines = columns([...blocks.flat(), ...rows]);
  const shown = artifacts.flatMap(({ path }, index) => {
    const file = printableLine(relative(process.cwd(), path));
    return [style.heading(file), ...lines.slice(index * 3, index * 3 + 3)];
  });
  return `${[...shown, ...lines.slice(artifacts.length * 3)].join("\n")}\n`;
}

function showImports(imports: readonly string[]): string {
  const own = imports.filter((name) => !/^wasi[:_]/.test(name));
  const interfaces = imports.filter((name) => name.startsWith("wasi:")).length;
  const told = interfaces === 0 ? [] : [interfaces === 1 ? "1 interface of WASI" : `${interfaces} interfaces of WASI`];
  if (own.length + interfaces < imports.length) told.push("WASI preview 1");
  return [...own.map(printableLine), ...told].join(", ") || "nothing";
}
