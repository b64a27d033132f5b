import { compareVersions } from "./compare-versions.ts";

/** What to do where an interface of a plugin differs from the contract's. */
export function cureFor(plugin: string, contract: string): string {
  const order = compareVersions(plugin, contract);
  if (order < 0) return `build the plugin against ${contract}`;
  if (order > 0) return `build the plugin against ${contract}, or move the host on to ${plugin}`;
  return "build the plugin from the host's own contract";
}
