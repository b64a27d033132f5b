import { BuildError } from "../build-error.ts";
import type { PluginLanguage } from "../plugin-language.ts";
import { pluginLanguages } from "../plugin-languages.ts";

/** The one language whose signs are among a project's files. */
export function languageShownBy(files: readonly string[], action: string): PluginLanguage {
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
