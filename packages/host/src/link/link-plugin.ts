import type { LinearMemory, Preview1 } from "@polyplug/wasi";
import type { PluginInfo } from "../info/plugin-info.ts";
import type { Boundary } from "../intercept/boundary.ts";
import { Life } from "../life/life.ts";
import { type Bounds, outputBudget } from "../limits/bounds.ts";
import type { LoadOptions } from "../load-options.ts";
import { linkImports } from "./link-imports.ts";
import { linkPreview1 } from "./link-preview1.ts";
import { refuseMissing } from "./refuse-missing.ts";

/** Everything that an instance is given, before there is one. */
export interface LinkedPlugin {
  readonly life: Life;
  readonly boundary: Boundary;
  readonly imports: WebAssembly.Imports;
  /** WASI, where somebody asked for it. */
  readonly wasi: Preview1 | undefined;
  /** Takes the memory that the plugin's pointers point into. */
  readonly bindMemory: (memory: LinearMemory) => void;
}

/**
 * Finds every import of a plugin: the host's own first, then WASI under the grant. Throws `missing-import` for what
 * nobody provides and `bad-argument` for what is provided and does not fit.
 */
export async function linkPlugin(
  info: PluginInfo,
  name: string,
  { imports = {}, grant }: LoadOptions,
  boundary: Boundary,
  bounds: Bounds,
  action: string,
): Promise<LinkedPlugin> {
  const life = new Life(name);
  boundary.attach(life);
  const preview1 = await linkPreview1(info.imports, grant, { life, output: outputBudget(bounds) });
  const { linked, missing } = linkImports(info.imports, imports, preview1?.provide, { life, boundary, action });
  refuseMissing(missing, action, name);
  const wasi = preview1?.wasi;
  const bindMemory = (memory: LinearMemory): void => {
    wasi?.bind(memory);
    boundary.bindMemory?.(memory);
  };
  return { life, boundary, imports: linked, wasi, bindMemory };
}
