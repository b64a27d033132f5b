import { guestExitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { type PluginUse, usePlugin } from "./use-plugin.ts";

/** Loads a plugin that is a command, and runs it to its end. */
export async function runPlugin(use: PluginUse): Promise<Report> {
  return await usePlugin(use, (plugin) => {
    const status = plugin.run();
    return { exitCode: guestExitCode(status), stdout: "", stderr: "", json: { exitCode: status } };
  });
}
