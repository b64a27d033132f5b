import type { Plugin } from "@polyplug/host";
import { convertArguments } from "../call/convert-arguments.ts";
import { findExport } from "../call/find-export.ts";
import { NumberArguments } from "../call/number-arguments.ts";
import { exitCode } from "../exit-code.ts";
import { addGuestFlags, type GuestFlags } from "../guest/grant-flags.ts";
import { usePlugin } from "../guest/use-plugin.ts";
import type { Report } from "../report.ts";
import { jsonValue, showValue } from "../show/show-value.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
Arguments are converted by the export's type: i32 and i64 in decimal or 0x…, f32 and f64 also as 1.5, 1e9, inf, nan.
Each result is one line. --json prints { "result": … }: an array for several results, null for none, and a text for
what a JSON number does not carry: i64, inf, -inf, nan, -0.

Examples:
  polyplug call adder.wasm adder 1 -7
  polyplug call --stdout --env LANG=en greeter.wasm greet 0x1000
  polyplug call --json adder.wasm adder 1 7
`;

/** `polyplug call FILE EXPORT ARGS…` */
export function callCommand(context: CommandContext): NumberArguments {
  const command = new NumberArguments("call")
    .description("Load a plugin and call one of its exports")
    .argument("<file>", "a path or URL")
    .argument("<export>", "the function's name")
    .argument("[args...]", "its arguments")
    .addHelpText("after", examples)
    .action(async (file: string, name: string, words: string[], flags: GuestFlags) => {
      const { json } = context;
      const use = { file, flags, json: json(), failed: exitCode.failed };
      context.finish(await usePlugin(use, (plugin) => callExport(plugin, name, words)));
    });
  addGuestFlags(command);
  return command;
}

function callExport(plugin: Plugin, name: string, words: readonly string[]): Report {
  const target = findExport(plugin, name);
  const args = convertArguments(plugin.name, target, words);
  const returned = plugin.exports[name]?.(...args);
  const { results = [] } = target;
  const values = results.length > 1 && Array.isArray(returned) ? returned : [returned];
  const shown = results.map((type, index) => `${showValue(type, values[index])}\n`);
  const encoded = results.map((type, index) => jsonValue(type, values[index]));
  return {
    exitCode: exitCode.done,
    stdout: shown.join(""),
    stderr: "",
    json: { result: encoded.length > 1 ? encoded : (encoded[0] ?? null) },
  };
}
