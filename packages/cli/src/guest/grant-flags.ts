import { type Command, InvalidArgumentError, Option } from "commander";
import { addLimitFlags, type LimitFlags } from "./limit-flags.ts";

/** The flags of every command that lets a plugin run, as commander gives them. */
export interface GuestFlags extends LimitFlags {
  readonly env: Readonly<Record<string, string>>;
  readonly stdin?: true;
  readonly stdout?: true;
  readonly stderr?: true;
  readonly stdio?: true;
  readonly clock?: true;
  readonly random?: true;
  readonly sleep?: string;
  readonly integrity?: string;
  /** Where its calls are recorded. */
  readonly record?: string;
}

const grants = "Grants (nothing is granted by default):";

export function addGuestFlags(command: Command): Command {
  const granting = command
    .addOption(
      new Option("--env <name[=value]>", "an environment variable, without a value the one set here; may be repeated")
        .argParser(addVariable)
        .default({}, "none")
        .helpGroup(grants),
    )
    .addOption(new Option("--stdin", "reads what polyplug gets on stdin").helpGroup(grants))
    .addOption(new Option("--stdout", "writes to stdout").helpGroup(grants))
    .addOption(new Option("--stderr", "writes to stderr").helpGroup(grants))
    .addOption(new Option("--stdio", "all three").helpGroup(grants))
    .addOption(new Option("--clock", "tells the time").helpGroup(grants))
    .addOption(new Option("--random", "gets random bytes").helpGroup(grants))
    .addOption(new Option("--sleep <duration>", "waits, at most so long at a time, such as 50ms").helpGroup(grants));
  const integrity = "refuses a file of another hash: sha256-… as inspect prints it";
  return addLimitFlags(granting).addOption(new Option("--integrity <hash>", integrity));
}

/** `--record`, for commands that call a plugin once. */
export function addRecordFlag(command: Command): Command {
  const told = "writes all calls into a file, in both directions, for polyplug replay";
  return command.addOption(new Option("--record <file>", told));
}

function addVariable(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [, name = "", value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const given = value ?? process.env[name];
  if (given === undefined) throw new InvalidArgumentError(`it is not set here; give it as ${name}=value`);
  return Object.fromEntries([...Object.entries(before), [name, given]]);
}
