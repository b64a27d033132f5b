import type { Isolation, Limits } from "@polyplug/host";
import { type Command, InvalidArgumentError, Option } from "commander";

/** What bounds a plugin that a command lets run, as commander gives it. */
export interface LimitFlags {
  readonly maxOutput?: string | number;
  readonly time?: string;
  readonly fuel?: number;
  readonly memory?: string | number;
}

/** Where a command lets a plugin run. */
export interface IsolationFlag {
  readonly isolation?: Isolation;
}

const limits = "Limits:";

export function addLimitFlags(command: Command): Command {
  return command
    .addOption(new Option("--time <duration>", "ends it when a call takes longer, such as 5s").helpGroup(limits))
    .addOption(
      new Option("--fuel <count>", "ends it when a call runs more instructions").argParser(countOf).helpGroup(limits),
    )
    .addOption(
      new Option("--memory <size>", "what its memories may have together (default: 256MiB)")
        .argParser(sizeOf)
        .helpGroup(limits),
    )
    .addOption(
      new Option(
        "--max-output <size>",
        "ends it when it has written more than this to stdout or stderr (default: 1MiB)",
      )
        .argParser(sizeOf)
        .helpGroup(limits),
    );
}

/** `--isolation`, for commands that load a plugin once. */
export function addIsolationFlag(command: Command): Command {
  return command.addOption(
    new Option("--isolation <tier>", "runs it in a thread or a process of its own, where --time is 1s unless given")
      .choices(["inline", "worker", "process"])
      .helpGroup(limits),
  );
}

/** The limits that flags stand for. That of output is its grants'. */
export function limitsOf({ time, fuel, memory }: LimitFlags): Limits {
  return { time, fuel, memory };
}

function sizeOf(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function countOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("it is not a whole number");
  return Number(text);
}
