import { basename, join, resolve } from "node:path";
import { BuildError } from "../build-error.ts";
import { checkLowering } from "../check-lowering.ts";
import { exists } from "../machine.ts";
import type { PluginLanguage } from "../plugin-language.ts";
import { languageOf } from "../plugin-languages.ts";
import { languageShownBy } from "./language-shown-by.ts";
import type { Language, Project } from "./project.ts";
import { projectFiles } from "./project-files.ts";
import { checkSettings, type ProjectSettings, readSettings } from "./project-settings.ts";
import { readJson } from "./read-json.ts";

/**
 * Finds out what the plugin in a folder is: its language by the files that are there (`Cargo.toml`, `go.mod`,
 * `asconfig.json`, `*.cpp`, `*.c`, `plugin.ts`, `plugin.js`, the last two also in `src`), its contract, its name. What
 * `polyplug.json` says in the folder comes before that, and what is given here before everything.
 *
 * Changes nothing and starts no program. Throws a `BuildError` where there is no plugin, none that could be told from
 * another, or no contract.
 */
export async function detectProject(folder: string, settings: ProjectSettings = {}): Promise<Project> {
  const root = resolve(folder);
  const action = `build ${basename(root)}`;
  const files = await projectFiles(root);
  const known = { ...(await readSettings(root)), ...defined(checkSettings(settings, action)) };
  const language =
    known.language === undefined ? languageShownBy(files, action) : languageSaid(known.language, files, action);
  const lowering = known.lowering ?? language.makes;
  checkLowering(language, lowering, action);
  return {
    folder: root,
    language: language.language,
    title: language.title,
    name: artifactName(known.name ?? (await nameOf(root, files)), action),
    wit: await contractOf(root, known.wit, action),
    world: known.world,
    lowering,
  };
}

/** A compiler would look for what is missing in the folders above. */
function languageSaid(name: Language, files: readonly string[], action: string): PluginLanguage {
  const language = languageOf(name);
  if (files.some((file) => language.shows(file))) return language;
  throw new BuildError(action, `there is no plugin in ${language.title}: the folder has no ${language.sign}`);
}

async function contractOf(folder: string, given: string | undefined, action: string): Promise<string> {
  if (given !== undefined) {
    if (await exists(resolve(folder, given))) return given;
    throw new BuildError(
      action,
      `there is no ${given}, where its contract is said to be: write it there, or say another "wit" in polyplug.json`,
    );
  }
  for (const wit of ["wit", "world.wit"]) if (await exists(join(folder, wit))) return wit;
  throw new BuildError(
    action,
    'it has no contract: there is neither a folder wit nor a file world.wit; write one, or say "wit" in polyplug.json',
  );
}

async function nameOf(folder: string, files: readonly string[]): Promise<string> {
  const manifest: { name?: unknown } = files.includes("package.json")
    ? await readJson(join(folder, "package.json"))
    : {};
  return typeof manifest.name === "string" && manifest.name !== ""
    ? manifest.name.replace(/^@[^/]*\//, "")
    : basename(folder);
}

/** In bytes: names in most file systems have 255 of them, and an extension is put behind it. */
const longestName = 200;

/** It becomes part of a path, and people and shells read it. */
function artifactName(name: string, action: string): string {
  const cure = 'say another "name" in polyplug.json';
  if (Buffer.byteLength(name) > longestName) {
    throw new BuildError(
      action,
      `its name has ${Buffer.byteLength(name)} bytes, and ${longestName} are the most: ${cure}`,
    );
  }
  if (/[/\\]|^[.-]|\p{Cc}|\p{Cf}/u.test(name)) {
    throw new BuildError(action, `${JSON.stringify(name)} is no name for a file: ${cure}`);
  }
  return name;
}

function defined(settings: ProjectSettings): ProjectSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
