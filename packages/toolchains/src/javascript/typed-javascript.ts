import { type Adapter, componentizeJs, componentizeQjs, type PluginBundleJob } from "@polyplug/build";
import type { TypedCompiler, TypedLanguage } from "../typed/typed-compiler.ts";
import { bundledGuest } from "./bundled-guest.ts";

/** One source file, `plugin.js`: a module that exports what the world does. An engine comes with it into the component. */
export const typedJavascript: TypedLanguage = {
  language: "javascript",
  title: "JavaScript",
  file: "plugin.js",
  compilers: [
    compiler("componentize-js", componentizeJs, "spidermonkey"),
    compiler("componentize-qjs", componentizeQjs, "quickjs"),
  ],
};

function compiler(generator: string, adapter: Adapter, engine: PluginBundleJob["engine"]): TypedCompiler {
  return {
    adapter,
    generator,
    target: "component",
    makes: "component",
    recipe: new URL(".", import.meta.url),
    layOut: bundledGuest("plugin.js", engine),
  };
}
