import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Template } from "./templates.ts";

/** A file of a project, its path written with `/`. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

const folder = fileURLToPath(new URL("../templates/", import.meta.url));

/** npm packs no file of these names, so templates have them without the dot. */
const dotted = ["gitignore", "vscode"];

/**
 * The files of a template as the project is to have them, with its own name in place of `my-plugin` and with `version`,
 * that of all packages of ours, in place of `0.0.0`.
 */
export async function readTemplate({ id }: Template, name: string, version: string): Promise<readonly ProjectFile[]> {
  const root = join(folder, id);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: namedFor(name, withDots(path.slice(root.length + 1).split(sep))),
      text: namedFor(name, await readFile(path, "utf8")).replaceAll("0.0.0", version),
    })),
  );
}

function namedFor(name: string, text: string): string {
  return text.replaceAll("my-plugin", name).replaceAll("my_plugin", name.replaceAll("-", "_"));
}

function withDots([first = "", ...rest]: readonly string[]): string {
  return [dotted.includes(first) ? `.${first}` : first, ...rest].join("/");
}
