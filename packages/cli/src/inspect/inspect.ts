import { printable } from "@polyplug/errors";
import { inspectPlugin, readPlugin } from "@polyplug/host";
import { exitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { withBindgen } from "../wit/with-bindgen.ts";
import { showPluginInfo } from "./show-plugin-info.ts";

/** What a plugin is, for people and as data. */
export async function inspect(file: string): Promise<Report> {
  const info = await inspectPlugin(file);
  return { exitCode: exitCode.done, stdout: showPluginInfo(file, info), stderr: "", json: info };
}

/** All of a plugin in WebAssembly's text format. */
export async function printWat(file: string): Promise<Report> {
  const bytes = await readPlugin(file);
  const wat = await withBindgen((bindgen) => bindgen.wat(bytes));
  return { exitCode: exitCode.done, stdout: printable(wat), stderr: "", json: { wat } };
}
