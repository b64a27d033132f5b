import { join } from "node:path";
import { nearest } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";
import { exists } from "../machine.ts";
import { pluginLanguages } from "../plugin-languages.ts";
import type { Language, Project } from "./project.ts";
import { readJson } from "./read-json.ts";

/** What a project's `polyplug.json` may say, and whoever detects the project: everything has a default. */
export interface ProjectSettings {
  /** Default: what the files of the folder show. */
  readonly language?: Language | undefined;
  /** A world's name or id. Default: the only one. */
  readonly world?: string | undefined;
  /** From the project's folder. Default: `wit`, or `world.wit`. */
  readonly wit?: string | undefined;
  /** Default: the name in `package.json` without its scope, or else the folder's. */
  readonly name?: string | undefined;
  /** Default: `core`, and for JavaScript and TypeScript `component`. */
  readonly lowering?: Project["lowering"] | undefined;
}

const file = "polyplug.json";

const keys: Readonly<Record<keyof ProjectSettings, readonly string[] | "text">> = {
  language: pluginLanguages.map(({ language }) => language),
  world: "text",
  wit: "text",
  name: "text",
  lowering: ["core", "component", "both"],
};

/** The settings in a project's `polyplug.json`, none where there is no such file. */
export async function readSettings(folder: string): Promise<ProjectSettings> {
  const path = join(folder, file);
  if (!(await exists(path))) return {};
  return checkSettings(await readJson(path), `read ${file}`);
}

/** Refuses what is no setting, or none that there is. */
export function checkSettings(settings: object, action: string): ProjectSettings {
  for (const [key, value] of Object.entries(settings)) {
    if (!Object.hasOwn(keys, key)) {
      const reason = `there is no setting ${JSON.stringify(key)}${guessOf(key, Object.keys(keys))}, only ${Object.keys(keys).join(", ")}`;
      throw new BuildError(action, reason);
    }
    const allowed = keys[key as keyof ProjectSettings];
    const isRight = allowed === "text" ? typeof value === "string" && /^[^\0]+$/.test(value) : allowed.includes(value);
    if (value !== undefined && !isRight) {
      const wanted = allowed === "text" ? "a text" : `one of ${allowed.join(", ")}`;
      const guess = allowed === "text" ? "" : guessOf(value, allowed);
      throw new BuildError(action, `${key} is ${wanted}, and not ${shortened(JSON.stringify(value))}${guess}`);
    }
  }
  return settings;
}

function guessOf(given: unknown, known: readonly string[]): string {
  const near = typeof given === "string" ? nearest(given, known) : undefined;
  return near === undefined ? "" : `, did you mean ${JSON.stringify(near)}`;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
