import { Command } from "commander";
import type { TypesFlags } from "../types/write-types.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
A contract is a module that exports \`contract\`, for loadPlugin, and its types. With --declarations it is what
\`import { adder } from "./adder.wasm"\` gives, in adder.d.wasm.ts beside the plugin, where TypeScript looks with
allowArbitraryExtensions. --json prints { "text" }, or { "file", "written" } for what went into a file.

Examples:
  polyplug types wit --out src/text-filter.contract.ts
  polyplug types shout.wasm >shout.contract.ts
  polyplug types adder.wasm --declarations
`;

/** `polyplug types FILE-OR-FOLDER` */
export function typesCommand(context: CommandContext): Command {
  return new Command("types")
    .description("Write TypeScript for a contract or a plugin")
    .argument("<source>", "a file or folder of WIT, or a plugin")
    .option("--out <file>", "where to; a file that says the same already is not touched (default: stdout)")
    .option("--world <name>", "which world of the WIT (default: the only one)")
    .option("--name <name>", "what the types are called after, in kebab-case (default: the world's name)")
    .option("--declarations", "the types of a plugin that is imported as a module")
    .addHelpText("after", examples)
    .action(async (source: string, flags: TypesFlags) => {
      const { writeTypes } = await import("../types/write-types.ts");
      context.finish(await writeTypes(source, flags));
    });
}
