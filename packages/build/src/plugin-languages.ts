import { assemblyscriptLanguage } from "./assemblyscript/assemblyscript-language.ts";
import { BuildError } from "./build-error.ts";
import { cLanguage, cppLanguage } from "./c/c-language.ts";
import { goLanguage } from "./go/go-language.ts";
import { javascriptLanguage, typescriptLanguage } from "./javascript/javascript-language.ts";
import type { PluginLanguage } from "./plugin-language.ts";
import type { Language } from "./project/project.ts";
import { rustLanguage } from "./rust/rust-language.ts";

/** The languages of plugins, in the order in which they are listed everywhere. */
export const pluginLanguages: readonly PluginLanguage[] = [
  rustLanguage,
  goLanguage,
  assemblyscriptLanguage,
  cppLanguage,
  cLanguage,
  typescriptLanguage,
  javascriptLanguage,
];

/** What is known of a language. */
export function languageOf(name: Language): PluginLanguage {
  const found = pluginLanguages.find(({ language }) => language === name);
  if (found === undefined) throw new BuildError(`build ${name}`, "there is no such language");
  return found;
}
