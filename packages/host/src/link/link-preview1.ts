import type { CoreSignature, Grant, Preview1, WasiPlugin } from "@polyplug/wasi";
import { preview1Module } from "../info/capabilities.ts";
import type { ImportInfo } from "../info/plugin-info.ts";
import type { Life } from "../life/life.ts";
import type { ImportProvider } from "./link-imports.ts";

/** WASI for one instance, and the imports that it answers for. */
export interface Preview1Link {
  readonly wasi: Preview1;
  readonly provide: ImportProvider;
}

/**
 * WASI preview1 under `grant`, for a plugin that asks for it or whose host grants something. A function whose type is
 * not the one of the specification is not provided: it would be called with the wrong arguments.
 */
export async function linkPreview1(
  imports: readonly ImportInfo[],
  grant: Grant | undefined,
  { life, output }: Pick<WasiPlugin, "output"> & { readonly life: Life },
): Promise<Preview1Link | undefined> {
  if (grant === undefined && !imports.some(({ module }) => module === preview1Module)) return undefined;
  const { createPreview1, preview1Signatures } = await import("@polyplug/wasi");
  const wasi = await createPreview1(grant, { name: life.plugin, life, output });
  const provide: ImportProvider = (item) => {
    const fits = item.module === preview1Module && hasSignature(item, preview1Signatures.get(item.name));
    return fits ? wasi.imports[item.name] : undefined;
  };
  return { wasi, provide };
}

function hasSignature({ kind, params = [], results = [] }: ImportInfo, signature: CoreSignature | undefined): boolean {
  if (kind !== "func" || signature === undefined) return false;
  return `${signature.params} ${signature.results}` === `${params} ${results}`;
}
