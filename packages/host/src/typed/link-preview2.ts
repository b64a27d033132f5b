import type { World } from "@polyplug/abi";
import type { Grant, Preview2, WasiPlugin } from "@polyplug/wasi";
import type { PluginInfo } from "../info/plugin-info.ts";
import type { Life } from "../life/life.ts";

/**
 * WASI 0.2 under `grant`, for a plugin that asks for it. A component whose host grants something has it as well, for a
 * grant is read also where nobody needs it; that of a core module is read for preview1.
 */
export async function linkPreview2(
  { imports }: World,
  kind: PluginInfo["kind"],
  grant: Grant | undefined,
  { life, output }: Pick<WasiPlugin, "output"> & { readonly life: Life },
): Promise<Preview2 | undefined> {
  const asks = [...imports.keys()].some((id) => id.startsWith("wasi:"));
  if (!asks && (grant === undefined || kind === "module")) return undefined;
  const { createPreview2 } = await import("@polyplug/wasi");
  return await createPreview2(grant, { name: life.plugin, life, output }, imports.keys());
}
