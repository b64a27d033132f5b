import { Command } from "commander";
import type { CommandContext } from "./command-context.ts";

const examples = `
They go into bindings/, which is made anew from the contract by every build and belongs to no version control.

Examples:
  polyplug bindings
  polyplug bindings plugins/shout
`;

/** `polyplug bindings [FOLDER]` */
export function bindingsCommand(context: CommandContext): Command {
  return new Command("bindings")
    .description("Write what a contract looks like in the plugin's language")
    .argument("[folder]", "where its sources are", ".")
    .addHelpText("after", examples)
    .action(async (folder: string) => {
      const { bindings } = await import("../build/bindings.ts");
      context.finish(await bindings(folder));
    });
}
