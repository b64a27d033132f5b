import { extname } from "node:path";
import type { Adapter } from "../adapter.ts";
import type { PluginLanguage } from "../plugin-language.ts";
import { projectFiles } from "../project/project-files.ts";
import { c } from "./c.ts";
import { cpp } from "./cpp.ts";

/** Every `*.c` of the folder and of `src`, with the bindings. Those in other folders are for other programs, such as tests. */
export const cLanguage: PluginLanguage = clangLanguage(c, "c");

/** As C, with every `*.cpp`. */
export const cppLanguage: PluginLanguage = clangLanguage(cpp, "cpp");

function clangLanguage(adapter: Adapter, language: "c" | "cpp"): PluginLanguage {
  const extension = `.${language}`;
  const compiles = (file: string) => extname(file) === extension;
  return {
    language,
    title: adapter.title,
    sign: `*${extension}`,
    shows: compiles,
    adapter,
    makes: "core",
    bindings: ({ world }, { bindgen, wit }) => bindgen.generate(wit, { language, world }),
    job: async ({ project, bindings }) => {
      const own = (await projectFiles(project.folder)).filter(compiles);
      // Bindings come with an object file: the contract, which no source can say.
      const bound = bindings.filter((path) => compiles(path) || extname(path) === ".o");
      return { source: project.folder, files: [...own, ...bound], headers: ["bindings"] };
    },
  };
}
