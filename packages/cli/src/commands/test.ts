import { Command } from "commander";
import { addImportFlag } from "../imports/import-flags.ts";
import type { TestFlags } from "../test/test.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
Cases stand in *.cases.toml or *.cases.json, beside the plugin's sources or in test/, and are calls of what was built:

  [[case]]
  name = "shouts"
  call = "transform"
  args = ['"hello"']           # one text in WAVE for each
  result = 'ok("HELLO")'       # or trap = "a part of its message", or error = "output-limit"
  calls = ['log.write("hi")']  # which functions of the host it calls, where that matters
  grant = { clock = true }     # as for loadPlugin; stdout and stderr are true
  limits = { time = "1s" }     # as for loadPlugin

  [imports]                    # before the cases: what functions of the host return
  "store.get" = 'some("a")'

What they return that stands in no [imports], a module of --import says. Functions that return nothing need neither.

Programs *.plugin.test.ts and *.plugin.test.js are run by node --test, with the plugin's path in POLYPLUG_PLUGIN.
--json prints { "passed", "failed", "cases", "programs" }.

Examples:
  polyplug build && polyplug test
  polyplug test dist/shout.wasm
`;

/** `polyplug test [FOLDER-OR-PLUGIN]` */
export function testCommand(context: CommandContext): Command {
  const command = new Command("test")
    .description("Run the tests of a plugin against what was built of it")
    .argument("[target]", "the folder of its sources, or a plugin with tests beside it", ".")
    .addHelpText("after", examples)
    .action(async (target: string, flags: TestFlags) => {
      const { test } = await import("../test/test.ts");
      context.finish(await test(target, { ...flags, json: context.json() }));
    });
  return addImportFlag(command);
}
