import { decodeModule, type Module } from "@polyplug/wasm-binary";
import type { DecodedSource } from "../decode-source.ts";
import type { MeteredCode } from "../limits/call-limits.ts";
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

/** A module that was made over. */
export interface CompilableCode extends MeteredCode {
  readonly bytes: Uint8Array;
}

/** Makes modules over, so that they can be held to limits. The same `key` stands for the same change. */
export interface Meter {
  readonly key: string;
  meterAll(modules: readonly Module[]): readonly CompilableCode[];
}

/** What `modules`, all those of a plugin, become when they are compiled, which happens once per content and meter. */
export async function compilePlugin(
  { bytes, info }: Pick<DecodedSource, "bytes" | "info">,
  modules: readonly Module[],
  action: string,
  meter?: Meter,
): Promise<CompiledPlugin> {
  refuseLargeTables(modules, action);
  return await compiledPlugins.get(`${meter?.key ?? ""} ${contentKey(bytes)}`, async () => {
    const metered = meter?.meterAll(modules);
    return {
      info,
      modules: await Promise.all(
        modules.map((module, index) => compileModule(metered?.[index]?.bytes ?? module.bytes, module, action)),
      ),
      metered,
      code: modules.map((module, index) => codeOf(module, metered?.[index])),
      readable: await readableNames(modules),
      places: await sourcePlacesOf(modules),
    };
  });
}

/** Frames are where the code is that the engine has, and debug information tells of the code that there was. */
function codeOf({ bodies: original, indexSpaces, sections }: Module, made: CompilableCode | undefined): CodeRange {
  const bodies = made === undefined ? original : decodeModule(made.bytes).bodies;
  const [count, start, end] = [bodies.length, bodies[0]?.start ?? 0, bodies.at(-1)?.end ?? 0];
  const content = sections.find(({ id }) => id === codeSection)?.content ?? 0;
  return { first: indexSpaces.functions.length - original.length, count, content, start, end };
}
