import { Command, Option } from "commander";
import type { DevFlags } from "../dev/dev.ts";
import { addGuestFlags } from "../guest/grant-flags.ts";
import { addImportFlags } from "../imports/import-flags.ts";
import { showJsonLine } from "../show/show-json.ts";
import { writeFully } from "../stdio/write-fully.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
What was built before stays where a build fails. A host that has it by watchPlugin of @polyplug/host swaps it when it is
built anew; --call does so here. Grants and imports are for --call. Ctrl-C ends it all. --json prints a document a line, each with an
"event": watching, changed, built, failed, called, ended.

Examples:
  polyplug dev
  polyplug dev plugins/shout --run "node src/main.ts"
  polyplug dev --call transform '"hello"'
`;

/** `polyplug dev [FOLDER]` */
export function devCommand(context: CommandContext): Command {
  const command = new Command("dev")
    .description("Build a plugin whenever its sources change, and have a host swap it")
    .argument("[folder]", "where its sources are", ".")
    .option("--run <command>", "start this beside it, with the plugin's path in POLYPLUG_PLUGIN")
    .option("--call <words...>", "call an export after each swap: its name, then its arguments")
    .addOption(new Option("--lowering <kind>", "as of polyplug build").choices(["core", "component", "both"]))
    .option("--out <folder>", "as of polyplug build")
    .option("--optimize", "as of polyplug build")
    .addHelpText("after", examples)
    .action(async (folder: string, flags: DevFlags) => {
      const { dev } = await import("../dev/dev.ts");
      const json = context.json();
      await dev({
        folder,
        flags,
        json,
        tell: ({ stdout, stderr, json: document }) => {
          if (!json) writeFully(2, Buffer.from(stderr));
          writeFully(1, Buffer.from(json ? showJsonLine(document) : stdout));
        },
      });
    });
  return addImportFlags(addGuestFlags(command));
}
