import { basename, dirname, relative, resolve, sep } from "node:path";
import type { World } from "@polyplug/abi";
import type { OutputChunk, Plugin } from "rolldown";
import { type BundleJob, chunkOf } from "../bundle.ts";
import { entryModule, quickjsModules, tablePlace } from "./quickjs-modules.ts";
import type { SourceTable } from "./source-table.ts";

/** What is known of a bundled plugin. */
export interface QuickjsJob extends Omit<BundleJob, "provided"> {
  readonly world: World;
}

/**
 * Puts between a bundled plugin and QuickJS what makes the engine's values those of the contract's types: bigints for
 * integers of 64 bits, the upper half of those of 32, undefined for what is not there, typed arrays, and functions of the
 * world's own as modules. Stacks then tell places in the sources.
 */
export async function wrapForQuickjs(
  { code, map }: OutputChunk,
  { folder, out, warn, world, ...job }: QuickjsJob,
): Promise<string> {
  const plugin: Plugin = {
    name: "polyplug:plugin",
    // It is to have a path, as the sources in its map are from there, and no file.
    resolveId: (id) => (id === out ? id : undefined),
    load: (id) => (id === out ? { code, map } : undefined),
    // Of what is not the plugin's own nobody is told places, and a table of them would only make it larger.
    transform: (text, id) => (id === out ? undefined : { code: text, map: { mappings: "" } }),
  };
  const input = { cwd: folder, input: entryModule, plugins: [quickjsModules(world, out), plugin] };
  const wrapped = await chunkOf(input, { out, action: `bundle ${job.entry}`, warn });
  return wrapped.code.replace(tablePlace, () => JSON.stringify(JSON.stringify(sourceTable(wrapped, map, out, folder))));
}

function sourceTable({ map }: OutputChunk, own: OutputChunk["map"], out: string, folder: string): SourceTable {
  const path = (source: string) =>
    relative(folder, resolve(dirname(out), source))
      .split(sep)
      .join("/");
  return {
    file: basename(out),
    sources: (map?.sources ?? []).map((source) => (own?.sources.includes(source) ? path(source) : null)),
    mappings: map?.mappings ?? "",
  };
}
