import { nearest, PluginError } from "@polyplug/errors";
import type { ExportInfo, PluginInfo } from "@polyplug/host";
import type { AnyPlugin } from "../guest/use-plugin.ts";
import { listNames, showName } from "../show/show-name.ts";

/** The function of that name, or `bad-argument` with what there is instead. */
export function findExport({ name: plugin, info, exports }: AnyPlugin, name: string): ExportInfo {
  const found = info.exports.find((item) => item.name === name);
  const callable = Object.keys(exports);
  if (found !== undefined && Object.hasOwn(exports, name)) return found;
  const fault = found === undefined ? absence(name, callable) : uncallable(found);
  throw new PluginError({
    code: "bad-argument",
    action: `call ${showName(name)}`,
    reason: `${fault}; ${alternative(info.entry, callable)}`,
    plugin,
    export: name,
  });
}

/** That there is none of this name, and which may be meant. */
export function absence(name: string, callable: readonly string[]): string {
  const near = nearest(name, callable);
  return `it has no export of this name${near === undefined ? "" : `, did you mean ${showName(near)}`}`;
}

function uncallable({ kind }: ExportInfo): string {
  return kind === "func" ? "it is how the plugin is started" : `it is a ${kind}, not a function`;
}

function alternative(entry: PluginInfo["entry"], callable: readonly string[]): string {
  if (callable.length > 0) return `its functions are ${listNames(callable)}`;
  return entry === "command" ? "it is a command, for `polyplug run`" : "it exports no functions";
}
