import { join } from "node:path";
import { BuildError } from "../build-error.ts";
import { exists } from "../machine.ts";
import type { PluginLanguage } from "../plugin-language.ts";
import type { Project } from "../project/project.ts";
import { readJson } from "../project/read-json.ts";
import { assemblyscript } from "./assemblyscript.ts";

/** What is read of an `asconfig.json`. */
interface Config {
  readonly entries?: unknown;
  readonly options?: { readonly transform?: unknown };
}

/** Gives exports the names of the canonical ABI, and puts the contract in. */
const transform = "@polyplug/sdk-assemblyscript/transform";

/** The bindings are what is compiled: they import `plugin.ts`. Everything else stands in the project's `asconfig.json`. */
export const assemblyscriptLanguage: PluginLanguage = {
  language: "assemblyscript",
  title: "AssemblyScript",
  sign: "asconfig.json",
  shows: (file) => file === "asconfig.json",
  adapter: assemblyscript,
  makes: "core",
  bindings: async (project, { bindgen, wit }) => {
    const plugin = `../${(await pluginFile(project)).replace(/\.ts$/, "")}`;
    return bindgen.generate(wit, { language: "assemblyscript", world: project.world, options: { plugin } });
  },
  job: async ({ project: { folder } }) => {
    const { entries, options }: Config = await readJson(join(folder, "asconfig.json"));
    const files = entries === undefined ? ["bindings/index.ts"] : [];
    const flags = entries === undefined && options?.transform === undefined ? ["--transform", transform] : [];
    return { source: folder, files: [...files, ...flags] };
  },
};

const places = ["plugin.ts", "src/plugin.ts", "assembly/plugin.ts"];

async function pluginFile({ folder, name }: Project): Promise<string> {
  for (const file of places) if (await exists(join(folder, file))) return file;
  throw new BuildError(`build ${name}`, `there is no plugin: of ${places.join(", ")} the folder has none`);
}
