import { nearest, PluginError } from "@polyplug/errors";
import type { CommanderError } from "commander";

/** What commander found wrong with the command line, in the form of every other error. */
export function usageError(error: CommanderError, argv: readonly string[]): PluginError {
  const reason = messageFor(error, argv)
    .replace(/^error: /, "")
    .replace(/'([^']*)' is invalid.* Allowed choices are (.*)\.$/s, guessed)
    .replace(/\n\((.*?)\?\)$/s, (_, question: string) => ` (${question.replace(/^D/, "d")}?)`)
    .replace(/\.$/, "")
    .replace(/\. (\w)/g, (_, letter: string) => `, ${letter.toLowerCase()}`);
  // Whoever forgets the two dashes gets told that a flag of the plugin's is unknown.
  const dashes = error.code === "commander.unknownOption" && argv.includes("run") && !argv.includes("--");
  return new PluginError({
    code: "bad-argument",
    action: "read the command line",
    reason: dashes ? `${reason}; the plugin's own flags come after --` : reason,
    cause: error,
  });
}

/** Of a word that is none of several, the one that may be meant. */
function guessed(message: string, given: string, choices: string): string {
  const near = nearest(given, choices.split(", "));
  return near === undefined ? message : `${message.replace(/\.$/, "")} (did you mean ${near}?)`;
}

/** Where commander would show help instead of an error: `polyplug help inspekt`. */
function messageFor({ code, message }: CommanderError, argv: readonly string[]): string {
  return code === "commander.help" ? `unknown command '${argv.findLast((word) => !word.startsWith("-"))}'` : message;
}
