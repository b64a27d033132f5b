import type { Preview1 } from "@polyplug/wasi";
import type { PluginInfo } from "../info/plugin-info.ts";
import { Life } from "../life/life.ts";
import type { LoadOptions } from "../load-options.ts";
import { linkImports } from "./link-imports.ts";
import { linkPreview1 } from "./link-preview1.ts";
import { refuseMissing } from "./refuse-missing.ts";

/** Everything that an instance is given, before there is one. */
export interface LinkedPlugin {
  readonly life: Life;
  readonly imports: WebAssembly.Imports;
  /** Waits for the memory that the plugin's pointers point into; undefined where nobody asked for it. */
  readonly wasi: Preview1 | undefined;
}

/**
 * Finds every import of a plugin: the host's own first, then WASI under the grant. Throws `missing-import` for what
 * nobody provides and `bad-argument` for what is provided and does not fit.
 */
export async function linkPlugin(
  info: PluginInfo,
  name: string,
  { imports = {}, grant }: LoadOptions,
  action: string,
): Promise<LinkedPlugin> {
  const life = new Life(name);
  const preview1 = await linkPreview1(info.imports, grant, life);
  const { linked, missing } = linkImports(info.imports, imports, preview1?.provide, life, action);
  refuseMissing(missing, action, name);
  return { life, imports: linked, wasi: preview1?.wasi };
}
