import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { WitSource } from "@polyplug/bindgen";
import { BuildError } from "../build-error.ts";
import type { Project } from "./project.ts";

/** A project's contract with everything that it depends on, by paths from the project's folder with slashes. */
export async function readWit({ folder, wit }: Pick<Project, "folder" | "wit">): Promise<readonly WitSource[]> {
  const root = resolve(folder, wit);
  const below = (await stat(root)).isDirectory() ? await readdir(root, { recursive: true }) : [undefined];
  const files = below.filter((file) => file === undefined || file.endsWith(".wit")).sort();
  if (files.length === 0) throw new BuildError(`read ${wit}`, "the folder has no file *.wit");
  return Promise.all(
    files.map(async (file) => ({
      path: (file === undefined ? wit : join(wit, file)).replaceAll("\\", "/"),
      text: await readFile(file === undefined ? root : join(root, file), "utf8"),
    })),
  );
}
