import { basename, join, resolve } from "node:path";
import { BuildError } from "../build-error.ts";
import { exists } from "../machine.ts";
import type { PluginLanguage } from "../plugin-language.ts";
import { languageOf, pluginLanguages } from "../plugin-languages.ts";
import type { Project } from "./project.ts";
import { projectFiles } from "./project-files.ts";
import { checkSettings, type ProjectSettings, readJson, readSettings } from "./project-settings.ts";

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
  const language = known.language === undefined ? languageShownBy(files, action) : languageOf(known.language);
  const lowering = known.lowering ?? language.makes;
  if (language.makes === "component" && lowering !== "component") {
    throw new BuildError(action, `a plugin in ${language.title} is a component, and no core plugin can be made of it`);
  }
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

function languageShownBy(files: readonly string[], action: string): PluginLanguage {
  const found = pluginLanguages.flatMap((language) => {
    const evidence = files.find((file) => language.shows(file));
    return evidence === undefined ? [] : [{ language, evidence }];
  });
  // Its sources end as those of TypeScript do.
  const isAssemblyScript = found.some(({ language }) => language.language === "assemblyscript");
  const fitting = found.filter(({ language }) => !isAssemblyScript || language.language !== "typescript");
  const [first, second] = fitting;
  if (first === undefined) {
    const signs = pluginLanguages.map(({ title, sign }) => `${sign} (${title})`).join(", ");
    throw new BuildError(action, `there is no plugin: of ${signs} the folder has none`);
  }
  if (second !== undefined) {
    const both = fitting.map(({ evidence, language }) => `${evidence} (${language.title})`).join(" and ");
    throw new BuildError(action, `it has ${both}: say in polyplug.json which "language" it is`);
  }
  return first.language;
}

async function contractOf(folder: string, given: string | undefined, action: string): Promise<string> {
  const candidates = given === undefined ? ["wit", "world.wit"] : [given];
  for (const wit of candidates) if (await exists(join(folder, wit))) return wit;
  const places = candidates.map((wit) => JSON.stringify(wit)).join(" nor ");
  throw new BuildError(
    action,
    `it has no contract: there is neither ${places}`.replace("neither", candidates.length > 1 ? "neither" : "no"),
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

/** It becomes part of a path. */
function artifactName(name: string, action: string): string {
  if (/[/\\\0]/.test(name) || name.startsWith(".")) {
    throw new BuildError(action, `${JSON.stringify(name)} is no name for a file: say another "name" in polyplug.json`);
  }
  return name;
}

function defined(settings: ProjectSettings): ProjectSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
