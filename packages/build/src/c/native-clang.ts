import type { Toolchain } from "../adapter.ts";
import type { Machine } from "../machine.ts";
import { runCommand } from "../run-command.ts";
import { clangArguments, type Dialect } from "./clang-guest.ts";

/** A clang that runs on this machine as it is. */
export interface NativeClang {
  readonly way: string;
  /** The absolute path of the driver. */
  readonly program: string;
  /** What finds its libraries for WebAssembly. */
  readonly platform?: readonly string[];
}

/** The toolchain that such a clang is for a dialect. */
export async function nativeClang(
  { way, program, platform }: NativeClang,
  dialect: Dialect,
  { env, signal }: Machine,
): Promise<Toolchain> {
  const { stdout } = await runCommand(program, ["--version"], { env, signal });
  return {
    way,
    version: stdout.split("\n", 1)[0] ?? "",
    build: async ({ source, out, files, headers }) => {
      const args = await clangArguments(dialect, { source, out, files, headers, platform });
      return (await runCommand(program, args, { cwd: source, env, signal })).stderr;
    },
  };
}
