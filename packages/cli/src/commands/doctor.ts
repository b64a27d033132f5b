import type { Language } from "@polyplug/build";
import { Argument, Command } from "commander";
import type { CommandContext } from "./command-context.ts";

/** Every one that there is, so that none is forgotten. The package that knows them is only loaded where one is looked for. */
const languages: Readonly<Record<Language, true>> = {
  rust: true,
  go: true,
  assemblyscript: true,
  c: true,
  cpp: true,
  javascript: true,
  typescript: true,
};

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
    .addArgument(new Argument("[language]", "one alone").choices(Object.keys(languages)))
    .addHelpText("after", examples)
    .action(async (language: Language | undefined) => {
      const { doctor } = await import("../doctor/doctor.ts");
      context.finish(await doctor(language));
    });
}
