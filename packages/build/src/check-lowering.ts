import { BuildError } from "./build-error.ts";
import type { PluginLanguage } from "./plugin-language.ts";
import type { Project } from "./project/project.ts";

/** Refuses what cannot be made of a language: a component, once it is one, becomes no core plugin. */
export function checkLowering({ makes, title }: PluginLanguage, lowering: Project["lowering"], action: string): void {
  if (makes === "core" || lowering === "component") return;
  throw new BuildError(action, `a plugin in ${title} is a component, and no core plugin can be made of it`);
}
