import { resolve } from "node:path";
import manifest from "../package.json" with { type: "json" };
import { installPackages } from "./install-packages.ts";
import { checkName } from "./project-name.ts";
import { readTemplate } from "./read-template.ts";
import type { Template } from "./templates.ts";
import { checkFolder, writeProject } from "./write-project.ts";

/** What somebody wants to have made. */
export interface Wanted {
  readonly folder: string;
  readonly name: string;
  readonly template: Template;
  /** Whether to run `npm install` in it. */
  readonly install: boolean;
}

/** A project that was made. */
export interface Created {
  /** Its absolute path. */
  readonly folder: string;
  readonly name: string;
  readonly template: Template;
  readonly files: readonly string[];
  readonly installed: boolean;
}

/**
 * Makes a project of a template. Writes all of it or nothing, and never over what is there; a failing installation
 * leaves the project as it is.
 *
 * Throws a {@link CreateError}: `refused` for a folder that is not empty, `misused` for a name, `failed` where it cannot
 * be written, `interrupted` when `signal` fired.
 */
export async function create({ folder, name, template, install }: Wanted, signal: AbortSignal): Promise<Created> {
  checkName(name, template.id);
  const target = resolve(folder);
  await checkFolder(target);
  const files = await readTemplate(template, name, manifest.version);
  await writeProject(target, files, signal);
  if (install) await installPackages(target, signal);
  return { folder: target, name, template, files: files.map(({ path }) => path), installed: install };
}
