import { inspectPlugin } from "@polyplug/host";
import { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { showPluginInfo } from "../show/show-plugin-info.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
Nothing of the plugin is run, not even compiled.

Examples:
  polyplug inspect adder.wasm
  polyplug inspect https://example.com/adder.wasm
  polyplug inspect --json adder.wasm | jq -r .integrity
`;

/** `polyplug inspect FILE` */
export function inspectCommand(context: CommandContext): Command {
  return new Command("inspect")
    .description("Say what a plugin is, imports, exports and would need")
    .argument("<file>", "a path or URL")
    .addHelpText("after", examples)
    .action(async (file: string) => {
      const info = await inspectPlugin(file);
      context.finish({ exitCode: exitCode.done, stdout: showPluginInfo(file, info), stderr: "", json: info });
    });
}
