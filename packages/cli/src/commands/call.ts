import { NumberArguments } from "../call/number-arguments.ts";
import { exitCode } from "../exit-code.ts";
import { addFileFlags, type FileFlags } from "../guest/file-flags.ts";
import { addGuestFlags, addRecordFlag, type GuestFlags } from "../guest/grant-flags.ts";
import { addIsolationFlag, type IsolationFlag } from "../guest/limit-flags.ts";
import { addImportFlags, type ImportFlags } from "../imports/import-flags.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
Of a plugin with a contract, arguments and the result are values in WAVE: "a", [1, 2], {width: 80}, some(3), ok("a"). An
err is a result with the exit status 1. A function goes by its name, by interface.name, or by its id; camelCase will do.
Of a bare module they are numbers: i32 and i64 in decimal or 0x…, f32 and f64 also as 1.5, 1e9, inf, nan; each result is
one line. --json prints { "result": … } or { "err": … }: an array for several results, null for none, base64 for bytes,
and a text for what a JSON number does not carry: 64-bit integers, inf, -inf, nan, -0.

What the plugin imports of its host, a module provides: export default { "acme:text/log": { write(line) {} } }, or export
const log = { write(line) {} }. With --stub a call that needs no answer does nothing and is told of on stderr, in --json
as "calls".

Examples:
  polyplug call adder.wasm adder 1 -7
  polyplug call shout.wasm transform '"hello"'
  polyplug call --import host.js filter.wasm transform '"hello"'
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
    .action(
      async (
        file: string,
        name: string,
        words: string[],
        flags: GuestFlags & FileFlags & ImportFlags & IsolationFlag,
      ) => {
        const { callPlugin } = await import("../call/call-plugin.ts");
        const use = { file, flags, json: context.json(), failed: exitCode.failed };
        context.finish(await callPlugin(use, name, words));
      },
    );
  addImportFlags(addIsolationFlag(addRecordFlag(addFileFlags(addGuestFlags(command)))));
  return command;
}
