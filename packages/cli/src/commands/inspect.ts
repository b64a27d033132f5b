import { Command } from "commander";
import type { CommandContext } from "./command-context.ts";

const examples = `
Nothing of the plugin is run, not even compiled.

Examples:
  polyplug inspect adder.wasm
  polyplug inspect https://example.com/adder.wasm
  polyplug inspect --json adder.wasm | jq -r .integrity
  polyplug inspect --wat adder.wasm | less
`;

/** `polyplug inspect FILE` */
export function inspectCommand(context: CommandContext): Command {
  return new Command("inspect")
    .description("Say what a plugin is, imports, exports and would need")
    .argument("<file>", "a path or URL")
    .option("--wat", "print all of it in WebAssembly's text format instead")
    .addHelpText("after", examples)
    .action(async (file: string, { wat }: { readonly wat?: true }) => {
      const { inspect, printWat } = await import("../inspect/inspect.ts");
      context.finish(wat ? await printWat(file) : await inspect(file));
    });
}
