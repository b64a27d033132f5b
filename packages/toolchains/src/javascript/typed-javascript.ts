import { fileURLToPath } from "node:url";
import type { Adapter } from "../adapter.ts";
import { npmPackage } from "../npm-package.ts";
import { runCommand } from "../run-command.ts";
import { copyGuest } from "../typed/guest-sources.ts";
import type { TypedCompiler, TypedLanguage } from "../typed/typed-compiler.ts";

/** One source file, `plugin.js`: a module that exports what the world does. An engine comes with it into the component. */
export const typedJavascript: TypedLanguage = {
  language: "javascript",
  title: "JavaScript",
  file: "plugin.js",
  compilers: [
    compiler(
      "componentize-js",
      "@bytecodealliance/componentize-js",
      new URL("componentize-js-program.ts", import.meta.url),
    ),
    compiler("componentize-qjs", "componentize-qjs", new URL("componentize-qjs-program.ts", import.meta.url)),
  ],
};

function compiler(generator: string, packageName: string, program: URL): TypedCompiler {
  return {
    adapter: adapter(generator, packageName, fileURLToPath(program)),
    generator,
    target: "component",
    makes: "component",
    recipe: new URL(".", import.meta.url),
    layOut: copyGuest,
  };
}

function adapter(generator: string, packageName: string, program: string): Adapter {
  return {
    language: "javascript",
    title: `JavaScript with ${generator}`,
    targets: ["component"],
    grant: {},
    ways: [
      {
        name: "npm",
        async find({ env, signal }) {
          const found = await npmPackage(packageName);
          if (found === undefined) return { missing: `no npm package ${packageName}` };
          return {
            way: "npm",
            version: `${generator} ${found.version}`,
            // A process of its own: either holds the thread while it works.
            build: async ({ source, out }) => {
              const options = { cwd: source, env, signal };
              // Of a mistake in the syntax, one of them says nothing but that there is one.
              await runCommand(process.execPath, ["--check", "plugin.js"], options);
              await runCommand(process.execPath, [program, out], options);
            },
          };
        },
      },
    ],
    cure: "run npm ci",
  };
}
