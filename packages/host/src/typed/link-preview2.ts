import type { World } from "@polyplug/abi";
import type { Grant, Preview2 } from "@polyplug/wasi";
import type { Life } from "../life/life.ts";

/** WASI 0.2 under `grant`, for a component that asks for it or whose host grants something. */
export async function linkPreview2(
  { imports }: World,
  grant: Grant | undefined,
  life: Life,
): Promise<Preview2 | undefined> {
  if (grant === undefined && ![...imports.keys()].some((id) => id.startsWith("wasi:"))) return undefined;
  const { createPreview2 } = await import("@polyplug/wasi");
  return createPreview2(grant, { name: life.plugin, life });
}
