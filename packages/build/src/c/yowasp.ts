import type { Way } from "../adapter.ts";
import { npmPackage } from "../npm-package.ts";
import { programPath } from "../program-path.ts";
import { runCommand } from "../run-command.ts";
import { clangArguments, type Dialect } from "./clang-guest.ts";

/** LLVM compiled to WebAssembly, with libc, libc++ and compiler-rt, from npm: C and C++ with nothing but Node. */
export function yowasp(dialect: Dialect): Way {
  return {
    name: "yowasp",
    async find(machine) {
      const { env, signal } = machine;
      const found = await npmPackage("@yowasp/clang", machine);
      if (found === undefined)
        return { missing: "no npm package @yowasp/clang", cure: ["npm", "i", "-D", "@yowasp/clang"] };
      return {
        way: "yowasp",
        version: `@yowasp/clang ${found.version}`,
        // A process of its own: LLVM holds the thread for as long as it compiles.
        build: async ({ source, out, files, headers }) => {
          const args = await clangArguments(dialect, { source, out: "plugin.wasm", files, headers });
          const program = [programPath("c/yowasp-program"), found.entry, out, dialect.driver, ...args];
          return (await runCommand(process.execPath, program, { cwd: source, env, signal })).stderr;
        },
      };
    },
  };
}
