import type { Module } from "@polyplug/wasm-binary";
import type { DecodedSource } from "../decode-source.ts";
import type { MeteredImports } from "../limits/call-limits.ts";
import { readableNames } from "../trap/readable-names.ts";
import { compileModule } from "./compile-module.ts";
import type { CompiledPlugin } from "./compiled-plugin.ts";
import { contentKey } from "./content-key.ts";
import { ModuleCache } from "./module-cache.ts";
import { refuseLargeTables } from "./refuse-large-tables.ts";

const compiledPlugins = new ModuleCache();

/** Makes modules over, so that they can be held to limits. The same `key` stands for the same change. */
export interface Meter {
  readonly key: string;
  meter(module: Module): MeteredImports & { readonly bytes: Uint8Array };
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
    const metered = meter && modules.map((module) => meter.meter(module));
    return {
      info,
      modules: await Promise.all(
        modules.map((module, index) => compileModule(metered?.[index]?.bytes ?? module.bytes, module, action)),
      ),
      metered: metered?.map(({ namespace, memories }) => ({ namespace, memories })),
      readable: await readableNames(modules),
    };
  });
}
