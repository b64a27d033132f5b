import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Case, CaseFile } from "./case.ts";

export const cases: string = fileURLToPath(new URL("../cases", import.meta.url));

/** Every folder of `cases`, by name. Finding none throws. */
export async function discoverCases(root: string = cases): Promise<readonly Case[]> {
  const names = (await readdir(root)).sort();
  if (names.length === 0) throw new Error(`there is no case in ${root}`);
  return Promise.all(names.map((name) => readCase(join(root, name), name)));
}

async function readCase(folder: string, name: string): Promise<Case> {
  const file: CaseFile = JSON.parse(await readFile(join(folder, "case.json"), "utf8"));
  return { name, folder, ...file };
}
