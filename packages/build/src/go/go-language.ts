import type { PluginLanguage } from "../plugin-language.ts";
import { goBindings, goMain } from "./bindings/go-bindings.ts";
import { go } from "./go.ts";
import { goLacks } from "./go-lacks.ts";
import { goModule } from "./go-module.ts";

/** The package in the module's root is the plugin. What is built is the program of its bindings, which imports it. */
export const goLanguage: PluginLanguage = {
  language: "go",
  title: "Go",
  sign: "go.mod",
  shows: (file) => file === "go.mod",
  adapter: go,
  makes: "core",
  lacks: goLacks,
  bindings: async ({ folder, world }, { bindgen, wit }) =>
    goBindings(bindgen, wit, { module: await goModule(folder), world }),
  job: async ({ project: { folder } }) => ({ source: folder, files: [goMain] }),
};
