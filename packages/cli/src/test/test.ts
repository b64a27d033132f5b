import { basename, relative } from "node:path";
import { worldOfPlugin } from "@polyplug/component";
import { readPlugin } from "@polyplug/host";
import { exitCode } from "../exit-code.ts";
import type { ImportFlags } from "../imports/import-flags.ts";
import { type ModuleStreams, readImportModules } from "../imports/import-modules.ts";
import type { Offered } from "../imports/offered-imports.ts";
import type { Report } from "../report.ts";
import { withBindgen } from "../wit/with-bindgen.ts";
import { CaseRunner } from "./case-runner.ts";
import { findTests } from "./find-tests.ts";
import { type CaseOutcome, judgeCase } from "./judge-case.ts";
import { readCases } from "./read-cases.ts";
import { type ProgramsOutcome, runPrograms } from "./run-programs.ts";
import { showTests } from "./show-tests.ts";

/** The cases of a file against a plugin. */
export interface CasesResult {
  readonly plugin: string;
  readonly file: string;
  readonly cases: readonly CaseOutcome[];
}

/** The test programs against a plugin. */
export interface ProgramsResult extends ProgramsOutcome {
  readonly plugin: string;
}

export type TestFlags = Pick<ImportFlags, "import">;

/** Runs the tests of a project, or those beside a plugin, and tells what came of them. */
export async function test(target: string, { import: modules, json }: TestFlags & ModuleStreams): Promise<Report> {
  const { folder, plugins, cases: files, programs } = await findTests(target);
  const shown = (path: string): string => relative(process.cwd(), path);
  const offered = await readImportModules(modules, { json });
  const cases: CasesResult[] = [];
  const run: ProgramsResult[] = [];
  for (const plugin of plugins) {
    for (const file of files)
      cases.push({ plugin: shown(plugin), file: shown(file), cases: await runCases(plugin, file, offered) });
    if (programs.length === 0) continue;
    run.push({ plugin: shown(plugin), ...(await runPrograms(folder, programs, plugin)) });
  }
  const outcomes = cases.flatMap((result) => result.cases);
  const failed = outcomes.filter(({ passed }) => !passed).length;
  const passes = failed === 0 && run.every((one) => one.exitCode === 0);
  return {
    exitCode: passes ? exitCode.done : exitCode.failed,
    stdout: showTests(cases, run),
    stderr: "",
    json: { passed: outcomes.length - failed, failed, cases, programs: run },
  };
}

async function runCases(file: string, cases: string, offered: Offered): Promise<readonly CaseOutcome[]> {
  const [wanted, bytes] = await Promise.all([readCases(cases), readPlugin(file)]);
  const world = await worldOfPlugin(bytes);
  const name = basename(file).replace(/\.wasm$/, "");
  return await withBindgen(async (bindgen) => {
    const runner = new CaseRunner({ name, bytes, world, offered }, bindgen);
    const outcomes: CaseOutcome[] = [];
    for (const one of wanted) outcomes.push(await judgeCase(runner, one));
    return outcomes;
  });
}
