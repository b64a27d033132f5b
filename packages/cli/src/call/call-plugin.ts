import { worldOfPlugin } from "@polyplug/component";
import { ResultError } from "@polyplug/errors";
import { type Plugin, readPlugin } from "@polyplug/host";
import { exitCode } from "../exit-code.ts";
import { type PluginUse, usePlugin } from "../guest/use-plugin.ts";
import type { Report } from "../report.ts";
import { jsonTypedValue } from "../show/json-typed-value.ts";
import { jsonValue, showValue } from "../show/show-value.ts";
import { withBindgen } from "../wit/with-bindgen.ts";
import { callTyped } from "./call-typed.ts";
import { convertArguments } from "./convert-arguments.ts";
import { findExport } from "./find-export.ts";
import { findTypedExport } from "./find-typed-export.ts";
import { typedExports } from "./typed-exports.ts";

/** Loads a plugin and calls one of its exports with the words of a command line. */
export async function callPlugin(use: PluginUse, name: string, words: readonly string[]): Promise<Report> {
  return await usePlugin(use, async (plugin) => {
    if (plugin.info.canonicalAbi === undefined) return callBare(plugin, name, words);
    return await callWithTypes(use, plugin, name, words);
  });
}

function callBare(plugin: Plugin, name: string, words: readonly string[]): Report {
  const target = findExport(plugin, name);
  const args = convertArguments(plugin.name, target, words);
  const returned = plugin.exports[name]?.(...args);
  const { results = [] } = target;
  const values = results.length > 1 && Array.isArray(returned) ? returned : [returned];
  const shown = results.map((type, index) => `${showValue(type, values[index])}\n`);
  const encoded = results.map((type, index) => jsonValue(type, values[index]));
  return {
    exitCode: exitCode.done,
    stdout: shown.join(""),
    stderr: "",
    json: { result: encoded.length > 1 ? encoded : (encoded[0] ?? null) },
  };
}

async function callWithTypes(
  { file, flags: { integrity } }: PluginUse,
  plugin: Plugin,
  name: string,
  words: readonly string[],
): Promise<Report> {
  const bytes = await readPlugin(file, { integrity });
  const world = await worldOfPlugin(bytes);
  const target = findTypedExport(plugin.name, world === undefined ? [] : typedExports(world), name);
  const { value, text } = await withBindgen((bindgen) => callTyped({ plugin, bytes, bindgen }, target, words));
  const stdout = text === "" ? "" : `${text}\n`;
  return ResultError.is(value)
    ? { exitCode: exitCode.failed, stdout, stderr: "", json: { err: jsonTypedValue(value.payload) } }
    : { exitCode: exitCode.done, stdout, stderr: "", json: { result: jsonTypedValue(value) } };
}
