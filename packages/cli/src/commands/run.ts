import { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { addFileFlags, type FileFlags } from "../guest/file-flags.ts";
import { addGuestFlags, addRecordFlag, type GuestFlags } from "../guest/grant-flags.ts";
import { addIsolationFlag, type IsolationFlag } from "../guest/limit-flags.ts";
import { addImportFlags, type ImportFlags } from "../imports/import-flags.ts";
import { fileNameOf } from "../show/file-name-of.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
The exit status is the plugin's own, 255 for one above that. Where the plugin trapped or met a limit it is 134; polyplug's
own 2 and 3 come with a line on stderr that begins with "polyplug: cannot". --json prints { "exitCode": … } with the
granted "stdout" and "stderr" as text in it. --import and --stub provide other imports than WASI's, as polyplug call says.

Examples:
  polyplug run --stdout hello.wasm
  polyplug run --stdio filter.wasm -- --upper <in.txt >out.txt
  polyplug run --stdout --clock --sleep 50ms --env TZ=UTC ticker.wasm -- 10
`;

/** `polyplug run FILE -- ARGS…` */
export function runCommand(context: CommandContext): Command {
  const command = new Command("run")
    .usage("[options] <file> [-- args...]")
    .description("Run a plugin that is a command, one with _start or wasi:cli/run")
    .argument("<file>", "a path or URL")
    .argument("[args...]", "the plugin's arguments; its argument 0 is the file's name")
    .addHelpText("after", examples)
    .action(async (file: string, args: string[], flags: GuestFlags & FileFlags & ImportFlags & IsolationFlag) => {
      const { runPlugin } = await import("../guest/run-plugin.ts");
      const use = { file, flags, json: context.json(), failed: exitCode.crashed, args: [fileNameOf(file), ...args] };
      context.finish(await runPlugin(use));
    });
  return addImportFlags(addIsolationFlag(addRecordFlag(addFileFlags(addGuestFlags(command)))));
}
