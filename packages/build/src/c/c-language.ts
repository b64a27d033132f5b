import { basename, dirname, extname } from "node:path";
import { readContract } from "@polyplug/abi";
import type { Adapter } from "../adapter.ts";
import { BuildError } from "../build-error.ts";
import type { PluginLanguage } from "../plugin-language.ts";
import { projectFiles } from "../project/project-files.ts";
import { sdkFiles, sdkFolder } from "../sdk-files.ts";
import { c } from "./c.ts";
import { cLacks, cppLacks } from "./c-lacks.ts";
import { classHeaders } from "./class-headers.ts";
import { cpp } from "./cpp.ts";
import { overwrittenLists } from "./overwritten-lists.ts";

/** The bindings of a native test. A plugin has its own, and this would be one more file to compile. */
const native = "polyplug_native.c";

/** Every `*.c` of the folder and of `src`, with the bindings. Those in other folders are for other programs, such as tests. */
export const cLanguage: PluginLanguage = clangLanguage(c, "c", ["polyplug.h", native]);

/** As C, with every `*.cpp`. */
export const cppLanguage: PluginLanguage = clangLanguage(cpp, "cpp", ["polyplug.h", "polyplug.hpp"]);

const warningOfLists =
  "warning: lists of options, variants or results that C++ gives away may arrive with other values " +
  "(https://github.com/bytecodealliance/wit-bindgen/issues/1592)";

function clangLanguage(adapter: Adapter, language: "c" | "cpp", sdk: readonly string[]): PluginLanguage {
  const extension = `.${language}`;
  const compiles = (file: string) => extname(file) === extension;
  return {
    language,
    title: adapter.title,
    sign: `*${extension}`,
    shows: compiles,
    adapter,
    makes: "core",
    lacks: language === "c" ? cLacks : cppLacks,
    bindings: async ({ folder, world }, { bindgen, wit }) => {
      const own = new Set((await classHeaders(folder)).map((path) => basename(path)));
      const ofContract = (await bindgen.generate(wit, { language, world })).filter(({ path }) => !own.has(path));
      const clash = ofContract.find(({ path }) => sdk.includes(path));
      if (clash !== undefined) {
        throw new BuildError(
          "write the bindings",
          `the world's ${clash.path} has the name of the SDK's; rename the world`,
        );
      }
      return [...ofContract, ...(await sdkFiles(sdkFolder("sdk-c"), sdk))];
    },
    job: async ({ project, bindings, bindgen, wit, warn }) => {
      if (language === "cpp") {
        const { world } = readContract(await bindgen.contract(wit, { world: project.world }));
        const wrong = overwrittenLists(world);
        if (wrong.length > 0) warn(`${warningOfLists}: ${wrong.join(", ")}\n`);
      }
      const own = (await projectFiles(project.folder)).filter(compiles);
      // Bindings come with an object file: the contract, which no source can say.
      const bound = bindings.filter(
        (path) => (compiles(path) && !path.endsWith(`/${native}`)) || extname(path) === ".o",
      );
      const folders = (await classHeaders(project.folder)).map((path) => dirname(path));
      return { source: project.folder, files: [...own, ...bound], headers: [...new Set(["bindings", ...folders])] };
    },
  };
}
