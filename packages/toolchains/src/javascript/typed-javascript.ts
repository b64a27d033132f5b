import { type Adapter, componentizeJs, componentizeQjs } from "@polyplug/build";
import { copyGuest } from "../typed/guest-sources.ts";
import type { TypedCompiler, TypedLanguage } from "../typed/typed-compiler.ts";

/** One source file, `plugin.js`: a module that exports what the world does. An engine comes with it into the component. */
export const typedJavascript: TypedLanguage = {
  language: "javascript",
  title: "JavaScript",
  file: "plugin.js",
  compilers: [compiler("componentize-js", componentizeJs), compiler("componentize-qjs", componentizeQjs)],
};

function compiler(generator: string, adapter: Adapter): TypedCompiler {
  return {
    adapter,
    generator,
    target: "component",
    makes: "component",
    recipe: new URL(".", import.meta.url),
    layOut: copyGuest,
  };
}
