import type { World } from "@polyplug/abi";
import { BuildError } from "../build-error.ts";
import type { PluginLanguage } from "../plugin-language.ts";
import { contractParts } from "./contract-part.ts";
import { notCarried } from "./not-carried.ts";

/** Refuses a contract that a language has no words for, before its compiler says so in words that nobody understands. */
export async function refuseContract(world: World, language: PluginLanguage, project: ProjectNames): Promise<void> {
  const parts = contractParts(world);
  const lines = notCarried(parts);
  const lacking = lines.length > 0 ? lines : ((await language.lacks?.(parts, project.folder)) ?? []);
  if (lacking.length === 0) return;
  const what = lines.length > 0 ? "what cannot be passed yet" : `what ${language.title} has no words for`;
  throw new BuildError(`build ${project.name}`, `its contract has ${what}`, { output: lacking.join("\n") });
}

interface ProjectNames {
  readonly folder: string;
  readonly name: string;
}
