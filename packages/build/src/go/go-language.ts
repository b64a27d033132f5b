import type { PluginLanguage } from "../plugin-language.ts";
import { go } from "./go.ts";

/** The package in the module's root is built. */
export const goLanguage: PluginLanguage = {
  language: "go",
  title: "Go",
  sign: "go.mod",
  shows: (file) => file === "go.mod",
  adapter: go,
  makes: "core",
  bindings: ({ world }, { bindgen, wit }) => bindgen.generate(wit, { language: "go", world }),
  job: async ({ project: { folder } }) => ({ source: folder }),
};
