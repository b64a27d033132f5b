import { exitCode } from "../exit-code.ts";
import { type AnyPlugin, type PluginUse, type UsedPlugin, usePlugin } from "../guest/use-plugin.ts";
import type { Report } from "../report.ts";
import { exportedFunctions } from "../world/exported-functions.ts";
import { callBare } from "./call-bare.ts";
import { callTyped } from "./call-typed.ts";
import { findTypedExport } from "./find-typed-export.ts";

/** Loads a plugin and calls one of its exports with the words of a command line. */
export async function callPlugin(use: PluginUse, name: string, words: readonly string[]): Promise<Report> {
  return await usePlugin(use, async (used) => {
    if (used.plugin.info.canonicalAbi === undefined) return await bareReport(used.plugin, name, words);
    return await typedReport(used, name, words);
  });
}

async function bareReport(plugin: AnyPlugin, name: string, words: readonly string[]): Promise<Report> {
  const { texts, json } = await callBare(plugin, name, words);
  return { exitCode: exitCode.done, stdout: texts.map((text) => `${text}\n`).join(""), stderr: "", json };
}

async function typedReport(
  { plugin, bytes, loadBindgen }: UsedPlugin,
  name: string,
  words: readonly string[],
): Promise<Report> {
  const target = findTypedExport(plugin.name, await exportedFunctions(bytes), name);
  const { text, json } = await callTyped({ plugin, bytes, bindgen: await loadBindgen() }, target, words);
  const stdout = text === "" ? "" : `${text}\n`;
  return { exitCode: "err" in json ? exitCode.failed : exitCode.done, stdout, stderr: "", json };
}
