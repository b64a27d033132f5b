import { Command, Option } from "commander";
import type { BuildFlags } from "../build/build.ts";
import type { CommandContext } from "./command-context.ts";

const examples = `
The language is told by what the folder has: Cargo.toml (Rust), go.mod (Go), asconfig.json (AssemblyScript), *.cpp, *.c,
plugin.ts, plugin.js; the contract is wit/ or world.wit. polyplug.json may say "language", "wit", "world", "name" and
"lowering" instead. What was built before stays where a build fails; the compiler's own words come first then.

Examples:
  polyplug build
  polyplug build plugins/shout --lowering both --optimize
`;

/** `polyplug build [FOLDER]` */
export function buildCommand(context: CommandContext): Command {
  return new Command("build")
    .description("Build the plugin in a folder, in whatever language it is")
    .argument("[folder]", "where its sources are", ".")
    .addOption(
      new Option(
        "--lowering <kind>",
        "what is made of it (default: core, of JavaScript and TypeScript component)",
      ).choices(["core", "component", "both"]),
    )
    .option("--out <folder>", "where it goes, from the plugin's folder (default: dist)")
    .option("--optimize", "make it smaller by wasm-opt, of the npm package binaryen")
    .addHelpText("after", examples)
    .action(async (folder: string, flags: BuildFlags) => {
      const { build } = await import("../build/build.ts");
      context.finish(await build(folder, flags));
    });
}
