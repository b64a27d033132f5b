import type { Language } from "@polyplug/build";
import { Argument, Command } from "commander";
import type { CommandContext } from "./command-context.ts";

const languages: readonly Language[] = ["rust", "go", "assemblyscript", "c", "cpp", "javascript", "typescript"];

const examples = `
It changes nothing and installs nothing. With a language the exit status is 1 where that cannot be built.

Examples:
  polyplug doctor
  polyplug doctor rust
`;

/** `polyplug doctor [LANGUAGE]` */
export function doctorCommand(context: CommandContext): Command {
  return new Command("doctor")
    .description("Say which compilers this machine has, and how to get the others")
    .addArgument(new Argument("[language]", "one alone").choices(languages))
    .addHelpText("after", examples)
    .action(async (language: Language | undefined) => {
      const { doctor } = await import("../doctor/doctor.ts");
      context.finish(await doctor(language));
    });
}
