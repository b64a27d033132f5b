import { type Plugin, readPlugin } from "@polyplug/host";
import { exitCode } from "../exit-code.ts";
import { type PluginUse, usePlugin } from "../guest/use-plugin.ts";
import type { Report } from "../report.ts";
import { withBindgen } from "../wit/with-bindgen.ts";
import { exportedFunctions } from "../world/exported-functions.ts";
import { callBare } from "./call-bare.ts";
import { callTyped } from "./call-typed.ts";
import { findTypedExport } from "./find-typed-export.ts";

/** Loads a plugin and calls one of its exports with the words of a command line. */
export async function callPlugin(use: PluginUse, name: string, words: readonly string[]): Promise<Report> {
  return await usePlugin(use, async (plugin) => {
    if (plugin.info.canonicalAbi === undefined) return bareReport(plugin, name, words);
    return await callWithTypes(use, plugin, name, words);
  });
}

function bareReport(plugin: Plugin, name: string, words: readonly string[]): Report {
  const { texts, json } = callBare(plugin, name, words);
  return { exitCode: exitCode.done, stdout: texts.map((text) => `${text}\n`).join(""), stderr: "", json };
}

async function callWithTypes(
  { file, flags: { integrity } }: PluginUse,
  plugin: Plugin,
  name: string,
  words: readonly string[],
): Promise<Report> {
  const bytes = await readPlugin(file, { integrity });
  const target = findTypedExport(plugin.name, await exportedFunctions(bytes), name);
  const { text, json } = await withBindgen((bindgen) => callTyped({ plugin, bytes, bindgen }, target, words));
  const stdout = text === "" ? "" : `${text}\n`;
  return { exitCode: "err" in json ? exitCode.failed : exitCode.done, stdout, stderr: "", json };
}
