import { readFile } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { PackedPackage } from "./packed-package.ts";
import type { Violation } from "./violation.ts";

/** What publint and arethetypeswrong hold against a tarball. */
export async function packageShape({ folder, tarball, manifest }: PackedPackage): Promise<Violation[]> {
  const data = await readFile(tarball);
  // A command without a module interface has no types to be wrong, whatever else lies in it.
  const types = manifest.exports === undefined ? [] : await typesReasons(data);
  const reasons = [...(await publintReasons(data)), ...types];
  return reasons.map((reason) => ({ path: `${folder}/package.json`, reason }));
}

async function publintReasons(data: Uint8Array): Promise<string[]> {
  const tarball = new Uint8Array(data).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, level: "suggestion", strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
}

async function typesReasons(data: Uint8Array): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(data)));
  if (result.types === false) return [];
  return result.problems.filter(mattersToModules).map((problem) => `arethetypeswrong: ${describe(problem)}`);
}

/** The packages are ES modules alone, so nothing is promised to `require` under the resolutions that came before. */
function mattersToModules(problem: Problem): boolean {
  // Sources of AssemblyScript, which nothing resolves as TypeScript's would be.
  if (problem.kind === "InternalResolutionError" && !/\.d\.[cm]?ts$/.test(problem.fileName)) return false;
  if (!("resolutionKind" in problem)) return true;
  return problem.resolutionKind !== "node10" && problem.resolutionKind !== "node16-cjs";
}

function describe(problem: Problem): string {
  const where = Object.entries(problem)
    .filter(([key, value]) => key !== "kind" && typeof value === "string")
    .map(([key, value]) => `${key} ${value}`);
  return [problem.kind, ...where].join(", ");
}
