import { Command } from "commander";
import type { CheckFlags } from "../check/check.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
What differs is what loadPlugin would refuse with contract-mismatch; the exit status is then 1. Nothing of the plugin is
run, not even compiled. --json prints { "fits", "differences", "unlisted" }.

Examples:
  polyplug check shout.wasm --contract wit
  polyplug check new.wasm --contract old.wasm
`;

/** `polyplug check PLUGIN --contract C` */
export function checkCommand(context: CommandContext): Command {
  return new Command("check")
    .description("Say whether a plugin fits a contract, and where it does not")
    .argument("<plugin>", "a path or URL")
    .requiredOption("--contract <source>", "a file or folder of WIT, or another plugin")
    .option("--world <name>", "which world of the WIT (default: the only one)")
    .addHelpText("after", examples)
    .action(async (plugin: string, flags: CheckFlags) => {
      const { check } = await import("../check/check.ts");
      context.finish(await check(plugin, flags));
    });
}
