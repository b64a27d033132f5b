import { isAbsolute, join } from "node:path";
import { readContract } from "@polyplug/abi";
import { BuildError } from "../build-error.ts";
import type { PluginLanguage, ReadContract, Workplace } from "../plugin-language.ts";
import { projectFiles } from "../project/project-files.ts";
import { bundlePlugin } from "./bundle-plugin.ts";
import { engineOf, javascript } from "./javascript.ts";
import { moduleDeclarations } from "./module-declarations.ts";
import { functionsTakingBack } from "./quickjs/exported-resources.ts";

const typescriptEntry = /^(src\/)?plugin\.m?ts$/;
const javascriptEntry = /^(src\/)?plugin\.m?js$/;

/** A module that exports what the world does, and whatever it imports. It becomes one file first. */
export const javascriptLanguage: PluginLanguage = bundled("javascript", "JavaScript", "plugin.js", javascriptEntry);

/** As JavaScript. Types are left out and not checked: that is for `tsc`, and for editors. */
export const typescriptLanguage: PluginLanguage = bundled("typescript", "TypeScript", "plugin.ts", typescriptEntry);

function bundled(language: "javascript" | "typescript", title: string, sign: string, entry: RegExp): PluginLanguage {
  return {
    language,
    title,
    sign,
    shows: (file) => entry.test(file),
    adapter: { ...javascript, language, title },
    makes: "component",
    bindings: moduleDeclarations,
    job: (workplace) => bundleProject(workplace, sign, entry),
  };
}

async function bundleProject({ project, toolchain, scratch, ...tools }: Workplace, sign: string, entry: RegExp) {
  const { folder, world, wit: contract } = project;
  const [file] = (await projectFiles(folder)).filter((path) => entry.test(path));
  if (file === undefined) throw new BuildError(`build ${project.name}`, `there is no ${sign}`);
  const engine = engineOf(toolchain);
  if (engine === "quickjs") await refuseMistaken(file, world, tools);
  await bundlePlugin({ ...tools, folder, entry: file, world, engine, out: join(scratch, "plugin.js") });
  return {
    source: scratch,
    files: ["plugin.js"],
    wit: isAbsolute(contract) ? contract : join(folder, contract),
    world,
  };
}

async function refuseMistaken(entry: string, name: string | undefined, { wit, bindgen }: ReadContract): Promise<void> {
  const { world } = readContract(await bindgen.contract(wit, { world: name }));
  const [taking] = functionsTakingBack(world);
  if (taking === undefined) return;
  const cure = "have it borrow them, or build with @bytecodealliance/componentize-js";
  throw new BuildError(`build ${entry}`, `QuickJS mistakes resources that ${taking} takes back: ${cure}`);
}
