import { constants } from "node:fs";
import { join } from "node:path";
import type { Way } from "../adapter.ts";
import { BuildError } from "../build-error.ts";
import { exists } from "../machine.ts";
import type { Dialect } from "./clang-guest.ts";
import { nativeClang } from "./native-clang.ts";

/** The WASI SDK that `WASI_SDK_PATH` names. A wrong path is an error: whoever set it wants that SDK and no other. */
export function wasiSdk(dialect: Dialect): Way {
  return {
    name: "wasi-sdk",
    async find(machine) {
      const { WASI_SDK_PATH: sdk } = machine.env;
      if (sdk === undefined || sdk === "") return { missing: "WASI_SDK_PATH is not set" };
      const program = join(sdk, "bin", dialect.driver);
      if (!(await exists(program, constants.X_OK))) throw new BuildError(`use WASI_SDK_PATH=${sdk}`, `no ${program}`);
      return nativeClang({ way: "wasi-sdk", program }, dialect, machine);
    },
  };
}
