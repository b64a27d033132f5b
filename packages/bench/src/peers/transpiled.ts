import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { programs, runNode } from "../run-program.ts";
import type { PeerPackages } from "./peer-packages.ts";

/** The folder with what jco makes of a component, made once. It lies where jco's own packages are found. */
export async function transpiled({ folder }: PeerPackages, component: string): Promise<string> {
  const hash = createHash("sha256")
    .update(await readFile(component))
    .digest("hex")
    .slice(0, 16);
  const made = join(folder, "transpiled", hash);
  if (existsSync(made)) return made;
  const draft = `${made}.${process.pid}`;
  runNode([programs.jcoTranspile, folder, component, draft]);
  await rename(draft, made);
  return made;
}
