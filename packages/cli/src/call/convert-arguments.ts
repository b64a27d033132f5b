import { PluginError } from "@polyplug/errors";
import type { ExportInfo } from "@polyplug/host";
import { showName } from "../show/show-name.ts";
import { expectation, parseArgument } from "./parse-argument.ts";

/** The words of a command line as the arguments of an export, by its signature. Throws `bad-argument`. */
export function convertArguments(plugin: string, target: ExportInfo, words: readonly string[]): (number | bigint)[] {
  const { name, params = [], type } = target;
  const refuse = (reason: string, path?: string): never => {
    throw new PluginError({
      code: "bad-argument",
      action: `call ${showName(name)}`,
      reason,
      plugin,
      export: name,
      path,
    });
  };
  if (words.length !== params.length) {
    const wanted = params.length === 1 ? "1 argument" : `${params.length} arguments`;
    return refuse(`expected ${wanted}, got ${words.length} (its type is ${type})`);
  }
  return params.map((param, index) => {
    const word = words[index] ?? "";
    const position = `argument ${index + 1}`;
    const expected = `${position}: expected ${expectation(param)}, got ${JSON.stringify(word)}`;
    return parseArgument(param, word) ?? refuse(expected, position);
  });
}
