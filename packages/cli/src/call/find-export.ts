import { PluginError } from "@polyplug/errors";
import type { ExportInfo, PluginInfo } from "@polyplug/host";
import { listNames, showName } from "../show/show-name.ts";

/** The function of that name, or `bad-argument` with what there is instead. `callable` are the names that may be called. */
export function findExport(info: PluginInfo, plugin: string, name: string, callable: readonly string[]): ExportInfo {
  const found = info.exports.find((item) => item.name === name);
  if (found !== undefined && callable.includes(name)) return found;
  throw new PluginError({
    code: "bad-argument",
    action: `call ${showName(name)}`,
    reason: `${absence(plugin, found)}; ${alternative(info, callable)}`,
    plugin,
    export: name,
  });
}

function absence(plugin: string, found: ExportInfo | undefined): string {
  if (found === undefined) return `${plugin} has no export of this name`;
  return found.kind === "func" ? "it is how the plugin is started" : `it is a ${found.kind}, not a function`;
}

function alternative(info: PluginInfo, callable: readonly string[]): string {
  if (callable.length > 0) return `its functions are ${listNames(callable)}`;
  return info.entry === "command" ? "it is a command, for `polyplug run`" : "it exports no functions";
}
