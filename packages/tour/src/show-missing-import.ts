import { loadPlugin, PluginError } from "@polyplug/host";

/** Loads a plugin that wants what nobody provides, and gives the error's lines. */
export async function showMissingImport(path: string): Promise<readonly string[]> {
  try {
    (await loadPlugin(path)).dispose();
  } catch (error) {
    if (PluginError.is(error)) return `${error.code}: ${error.message}`.split("\n");
    throw error;
  }
  throw new Error(`${path} has all its imports`);
}
