import type { PluginLanguage } from "../plugin-language.ts";
import { assemblyscript } from "./assemblyscript.ts";

/** What is compiled, and how, stands in the project's own `asconfig.json`. */
export const assemblyscriptLanguage: PluginLanguage = {
  language: "assemblyscript",
  title: "AssemblyScript",
  sign: "asconfig.json",
  shows: (file) => file === "asconfig.json",
  adapter: assemblyscript,
  makes: "core",
  job: async ({ project: { folder } }) => ({ source: folder, files: [] }),
};
