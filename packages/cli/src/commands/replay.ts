import { Command } from "commander";
import type { CommandContext } from "./command-context.ts";

const examples = `
A record is what polyplug call --record and polyplug run --record write, and loadPlugin with the option record. The plugin
is loaded with the contract and the limits that stand in it; what it asks of its host and of WASI is answered from it, so
that nothing has to be granted. Where the plugin first does another thing, both are shown and the exit status is 1. A trap
that the record ends with is met again. --json prints { "matches", "sameBytes", "calls", "imports", "end", "fault",
"difference" }.

Examples:
  polyplug run --record crash.jsonl --clock ticker.wasm
  polyplug replay crash.jsonl ticker.wasm
`;

/** `polyplug replay RECORD PLUGIN` */
export function replayCommand(context: CommandContext): Command {
  return new Command("replay")
    .description("Run recorded calls of a plugin again, and say where it differs")
    .argument("<record>", "the file that the calls were recorded in")
    .argument("<plugin>", "a path or URL")
    .addHelpText("after", examples)
    .action(async (record: string, plugin: string) => {
      const { replay } = await import("../replay/replay.ts");
      context.finish(await replay(record, plugin));
    });
}
