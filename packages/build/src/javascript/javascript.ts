import type { Adapter, Toolchain, Way } from "../adapter.ts";
import { npmPackage } from "../npm-package.ts";
import { programPath } from "../program-path.ts";
import { runCommand } from "../run-command.ts";

/** Puts SpiderMonkey around the source: 12 MB, and the whole of the language. */
const spiderMonkey = generator("componentize-js", "@bytecodealliance/componentize-js");

/** Puts QuickJS around the source: 1.7 MB, made in a second. */
const quickJs = generator("componentize-qjs", "componentize-qjs");

/** Each of the generators for itself. */
export const componentizeJs: Adapter = javascriptBy([spiderMonkey], "@bytecodealliance/componentize-js");
export const componentizeQjs: Adapter = javascriptBy([quickJs], "componentize-qjs");

/** Whichever the project has; the small one where it has neither. Who has both wants the large one. */
export const javascript: Adapter = javascriptBy([ofProject(spiderMonkey), quickJs, spiderMonkey], "componentize-qjs");

/** Which of the engines a compiler puts around a plugin. */
export function engineOf({ way }: Toolchain): "quickjs" | "spidermonkey" {
  return way === quickJs.name ? "quickjs" : "spidermonkey";
}

function javascriptBy(ways: readonly Way[], packageName: string): Adapter {
  return { language: "javascript", title: "JavaScript", ways, cure: `npm i -D ${packageName}` };
}

/** A way that finds nothing but what the project itself has. */
function ofProject(way: Way): Way {
  return { ...way, find: (machine) => way.find({ ...machine, ownPackages: true }) };
}

function generator(name: string, packageName: string): Way {
  return {
    name,
    async find(machine) {
      const { env, signal } = machine;
      const found = await npmPackage(packageName, machine);
      if (found === undefined)
        return { missing: `no npm package ${packageName}`, cure: ["npm", "i", "-D", packageName] };
      return {
        way: name,
        version: `${name} ${found.version}`,
        // A process of its own: either holds the thread while it works.
        build: async ({ source, out, files = ["plugin.js"], wit = "world.wit", world }) => {
          const options = { cwd: source, env, signal };
          const program = [programPath(`javascript/${name}-program`), found.entry, out, ...files, wit];
          // Of a mistake in the syntax, one of them says nothing but that there is one.
          await runCommand(process.execPath, ["--check", ...files], options);
          const { stdout, stderr } = await runCommand(process.execPath, world ? [...program, world] : program, options);
          return stdout + stderr;
        },
      };
    },
  };
}
