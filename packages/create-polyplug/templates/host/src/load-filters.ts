import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { loadPlugin, type Plugin } from "@polyplug/host";
import { contract, type TextFilterExports } from "./text-filter.contract.ts";

/** Loads every plugin of a folder that has `<plugin>/dist/*.wasm` in it. They may write to `log`, and tell the time. */
export async function loadFilters(folder: string, log: (line: string) => void): Promise<Plugin<TextFilterExports>[]> {
  const files = await readdir(folder, { recursive: true });
  const plugins = files.filter((file) => /^[^/\\]+[/\\]dist[/\\][^/\\]+\.wasm$/.test(file)).sort();
  return Promise.all(
    plugins.map((file) =>
      loadPlugin(join(folder, file), {
        contract,
        grant: { clock: true }, // Without it no plugin in Go starts.
        imports: { "acme:text/log": { write: log } },
      }),
    ),
  );
}
