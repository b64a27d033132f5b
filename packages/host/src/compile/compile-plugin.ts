import type { Module } from "@polyplug/wasm-binary";
import type { DecodedSource } from "../decode-source.ts";
import type { MadeCode, Meter } from "../limits/made-code.ts";
import { sourcePlacesOf } from "../trap/frame-places.ts";
import { readableNames } from "../trap/readable-names.ts";
import { compileModule } from "./compile-module.ts";
import type { CodeRange, CompiledPlugin } from "./compiled-plugin.ts";
import { contentKey } from "./content-key.ts";
import { ModuleCache } from "./module-cache.ts";
import { refuseLargeTables } from "./refuse-large-tables.ts";
import { refuseSlowCode } from "./refuse-slow-code.ts";

/** See {@link https://webassembly.github.io/spec/core/binary/modules.html#sections | the sections of a module}. */
const codeSection = 10;

const compiledPlugins = new ModuleCache();

/** What `modules`, all those of a plugin, become when they are compiled, which happens once per content and meter. */
export async function compilePlugin(
  { bytes, info }: Pick<DecodedSource, "bytes" | "info">,
  modules: readonly Module[],
  action: string,
  meter: Meter,
): Promise<CompiledPlugin> {
  refuseLargeTables(modules, action);
  return await compiledPlugins.get(`${meter.key} ${contentKey(bytes)}`, async () => {
    const made = meter.meterAll(modules);
    // The engine validates in threads of its own, and compiles a function no sooner than it is called.
    const [compiled] = await Promise.all([
      Promise.all(made.map((one, index) => compileModule(one, modules[index], action))),
      refuseSlow(modules, action),
    ]);
    return {
      info,
      modules: compiled,
      made: made.map(({ added, originalOffsets }) => ({ added, originalOffsets })),
      code: modules.map((module, index) => codeOf(module, made[index])),
      readable: await readableNames(modules),
      places: await sourcePlacesOf(modules),
    };
  });
}

async function refuseSlow(modules: readonly Module[], action: string): Promise<void> {
  for (const module of modules) refuseSlowCode(module, action);
}

/** Frames are where the code is that the engine has, and debug information tells of the code that there was. */
function codeOf({ bodies, indexSpaces, sections }: Module, made: MadeCode | undefined): CodeRange {
  const content = sections.find(({ id }) => id === codeSection)?.content ?? 0;
  const { count, start, end } = made?.code ?? { count: 0, start: 0, end: 0 };
  return { first: indexSpaces.functions.length - bodies.length, count, content, start, end };
}
