import type { Adapter } from "../adapter.ts";
import { npmPackage } from "../npm-package.ts";
import { programPath } from "../program-path.ts";
import { runCommand } from "../run-command.ts";

/** The generators of components: each puts an engine around the source. */
export const componentizeJs: Adapter = javascriptWith("componentize-js", "@bytecodealliance/componentize-js");
export const componentizeQjs: Adapter = javascriptWith("componentize-qjs", "componentize-qjs");

function javascriptWith(generator: string, packageName: string): Adapter {
  return {
    language: "javascript",
    title: `JavaScript with ${generator}`,
    ways: [
      {
        name: "npm",
        async find(machine) {
          const { env, signal } = machine;
          const found = await npmPackage(packageName, machine);
          if (found === undefined) return { missing: `no npm package ${packageName}` };
          return {
            way: "npm",
            version: `${generator} ${found.version}`,
            // A process of its own: either holds the thread while it works.
            build: async ({ source, out }) => {
              const options = { cwd: source, env, signal };
              // Of a mistake in the syntax, one of them says nothing but that there is one.
              await runCommand(process.execPath, ["--check", "plugin.js"], options);
              const program = programPath(`javascript/${generator}-program`);
              await runCommand(process.execPath, [program, found.entry, out], options);
            },
          };
        },
      },
    ],
    cure: `npm i -D ${packageName}`,
  };
}
