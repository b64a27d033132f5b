import { fileURLToPath } from "node:url";
import type { Way } from "../adapter.ts";
import { npmPackage } from "../npm-package.ts";
import { runCommand } from "../run-command.ts";
import { clangArguments, type Dialect } from "./clang-guest.ts";

const program = fileURLToPath(new URL("yowasp-program.ts", import.meta.url));

/** LLVM compiled to WebAssembly, with libc, libc++ and compiler-rt, from npm: C and C++ with nothing but Node. */
export function yowasp(dialect: Dialect): Way {
  return {
    name: "yowasp",
    async find({ env, signal }) {
      const found = await npmPackage("@yowasp/clang");
      if (found === undefined) return { missing: "no npm package @yowasp/clang" };
      return {
        way: "yowasp",
        version: `@yowasp/clang ${found.version}`,
        // A process of its own: LLVM holds the thread for as long as it compiles.
        build: async ({ source, out }) => {
          const args = await clangArguments(dialect, { source, out: "plugin.wasm" });
          await runCommand(process.execPath, [program, out, dialect.driver, ...args], { cwd: source, env, signal });
        },
      };
    },
  };
}
