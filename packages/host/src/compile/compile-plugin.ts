import type { Module } from "@polyplug/wasm-binary";
import type { DecodedSource } from "../decode-source.ts";
import { sourcePlacesOf } from "../trap/frame-places.ts";
import { readableNames } from "../trap/readable-names.ts";
import { compileModule } from "./compile-module.ts";
import type { CodeRange, CompiledPlugin } from "./compiled-plugin.ts";
import { contentKey } from "./content-key.ts";
import { ModuleCache } from "./module-cache.ts";
import { refuseLargeTables } from "./refuse-large-tables.ts";

/** See {@link https://webassembly.github.io/spec/core/binary/modules.html#sections | the sections of a module}. */
const codeSection = 10;

const compiledPlugins = new ModuleCache();

/** What `modules`, all those of a plugin, become when they are compiled, which happens once per content. */
export async function compilePlugin(
  { bytes, info }: Pick<DecodedSource, "bytes" | "info">,
  modules: readonly Module[],
  action: string,
): Promise<CompiledPlugin> {
  refuseLargeTables(modules, action);
  return await compiledPlugins.get(contentKey(bytes), async () => ({
    info,
    modules: await Promise.all(modules.map((module) => compileModule(module.bytes, module, action))),
    code: modules.map(codeOf),
    readable: await readableNames(modules),
    places: await sourcePlacesOf(modules),
  }));
}

function codeOf({ bodies, indexSpaces, sections }: Module): CodeRange {
  const [count, start, end] = [bodies.length, bodies[0]?.start ?? 0, bodies.at(-1)?.end ?? 0];
  const content = sections.find(({ id }) => id === codeSection)?.content ?? 0;
  return { first: indexSpaces.functions.length - count, count, content, start, end };
}
