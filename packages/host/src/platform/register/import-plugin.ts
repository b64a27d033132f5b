import type { Grant, Output } from "@polyplug/wasi";
import type { HostImports } from "../../link/link-imports.ts";
import { loadPlugin } from "../../load-plugin.ts";
import type { PluginSettings } from "./plugin-settings.ts";

const { fileURLToPath } = process.getBuiltinModule("node:url");

/**
 * What the module that stands for a plugin runs: loads it. Its exports are not given by themselves, for whoever awaits an
 * object calls its `then`, and a plugin may export one.
 */
export async function importPlugin(
  url: string,
  { grant, integrity, name }: PluginSettings,
  imports: object | undefined,
): Promise<{ readonly exports: object }> {
  const options = { grant: grant && granted(grant), imports: imports as HostImports | undefined, integrity, name };
  return await loadPlugin(fileURLToPath(url), options);
}

/** What a module provides: its default export, else all it exports. */
export function providedBy(module: Readonly<Record<string, unknown>>): object {
  return (module["default"] ?? { ...module }) as object;
}

/** JSON has no streams: `true`, or `{ "maxBytes": "64KiB" }`, stands for the process's own. */
function granted({ stdout, stderr, ...rest }: Readonly<Record<string, unknown>>): Grant {
  return {
    ...rest,
    ...(stdout === undefined ? {} : { stdout: outputTo(process.stdout, stdout) }),
    ...(stderr === undefined ? {} : { stderr: outputTo(process.stderr, stderr) }),
  } as Grant;
}

function outputTo(to: NodeJS.WriteStream, said: unknown): Output {
  if (said === true) return to;
  return (typeof said === "object" && said !== null ? { to, ...said } : said) as Output;
}
