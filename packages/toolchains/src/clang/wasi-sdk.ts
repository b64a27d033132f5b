import { constants } from "node:fs";
import { join } from "node:path";
import type { Way } from "../adapter.ts";
import { BuildError } from "../build-error.ts";
import { exists } from "../machine.ts";
import { runCommand } from "../run-command.ts";
import { clangArguments, type Dialect } from "./clang-guest.ts";

/** The WASI SDK that `WASI_SDK_PATH` names. A wrong path is an error: whoever set it wants that SDK and no other. */
export function wasiSdk(dialect: Dialect): Way {
  return {
    name: "wasi-sdk",
    async find({ env, signal }) {
      const { WASI_SDK_PATH: sdk } = env;
      if (sdk === undefined || sdk === "") return { missing: "WASI_SDK_PATH is not set" };
      const clang = join(sdk, "bin", dialect.driver);
      if (!(await exists(clang, constants.X_OK))) throw new BuildError(`use WASI_SDK_PATH=${sdk}`, `no ${clang}`);
      const { stdout } = await runCommand(clang, ["--version"], { env, signal });
      return {
        way: "wasi-sdk",
        version: stdout.trim(),
        build: async ({ source, out }) => {
          await runCommand(clang, await clangArguments(source, dialect, out), { cwd: source, env, signal });
        },
      };
    },
  };
}
