import { PluginError } from "@polyplug/errors";
import { guestExitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { listNames } from "../show/show-name.ts";
import { exportedFunctions } from "../world/exported-functions.ts";
import { shortestName } from "../world/world-functions.ts";
import { type PluginUse, type UsedPlugin, usePlugin } from "./use-plugin.ts";

/** Loads a plugin that is a command, and runs it to its end. */
export async function runPlugin(use: PluginUse): Promise<Report> {
  return await usePlugin(use, async (used) => {
    const { plugin } = used;
    if (plugin.info.entry !== "command") throw await noCommand(used);
    const status = await plugin.run();
    return { exitCode: guestExitCode(status), stdout: "", stderr: "", json: { exitCode: status } };
  });
}

async function noCommand({ plugin, bytes }: UsedPlugin): Promise<PluginError> {
  const entry = plugin.info.kind === "module" ? "_start" : "wasi:cli/run";
  const typed = await exportedFunctions(bytes);
  const names =
    plugin.info.canonicalAbi === undefined ? Object.keys(plugin.exports) : typed.map((one) => shortestName(one, typed));
  const instead =
    names.length === 0 ? "it exports no functions" : `\`polyplug call\` calls its functions, ${listNames(names)}`;
  const reason = `it has no ${entry}, so it is not a command; ${instead}`;
  return new PluginError({ code: "bad-argument", action: `run ${plugin.name}`, reason, plugin: plugin.name });
}
