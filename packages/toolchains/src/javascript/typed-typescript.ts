import { componentizeQjs } from "@polyplug/build";
import type { TypedLanguage } from "../typed/typed-compiler.ts";
import { bundledGuest } from "./bundled-guest.ts";

/**
 * One source file, `plugin.ts`, of which types are taken away as they are for users. The other engine would say no more of
 * TypeScript than guests in JavaScript say of it, and takes ten times as long to be put around one.
 */
export const typedTypescript: TypedLanguage = {
  language: "typescript",
  title: "TypeScript",
  file: "plugin.ts",
  compilers: [
    {
      adapter: componentizeQjs,
      generator: "componentize-qjs",
      target: "component",
      makes: "component",
      recipe: new URL(".", import.meta.url),
      layOut: bundledGuest("plugin.ts", "quickjs"),
    },
  ],
};
