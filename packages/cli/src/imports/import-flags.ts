import { type Command, Option } from "commander";

/** The flags by which a command line provides what a plugin imports of its host, as commander gives them. */
export interface ImportFlags {
  /** Files of JavaScript or TypeScript; of two that offer the same, the later one counts. */
  readonly import?: readonly string[];
  readonly stub?: true;
}

const imports = "Imports (what its contract asks of a host):";

/** `--import`, for every command that calls a plugin. */
export function addImportFlag(command: Command): Command {
  return command.addOption(
    new Option("--import <module>", "provides what this JavaScript or TypeScript exports; may be repeated")
      .argParser((file: string, before: readonly string[] = []) => [...before, file])
      .helpGroup(imports),
  );
}

/** `--import` and `--stub`, for commands that have no other stubs. */
export function addImportFlags(command: Command): Command {
  return addImportFlag(command).addOption(
    new Option("--stub", "tells of calls instead, where nothing has to be answered").helpGroup(imports),
  );
}
