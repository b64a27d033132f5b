import { createPreview1, type Grant, type ImportFunction, type Preview1, preview1Signatures } from "@polyplug/wasi";
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
export function linkPreview1(
  imports: readonly ImportInfo[],
  grant: Grant | undefined,
  life: Life,
): Preview1Link | undefined {
  if (grant === undefined && !imports.some(({ module }) => module === preview1Module)) return undefined;
  const wasi = createPreview1(grant, { name: life.plugin });
  const provide: ImportProvider = (item) => {
    const implementation = item.module === preview1Module && hasSignature(item) ? wasi.imports[item.name] : undefined;
    return implementation && underLife(implementation, life);
  };
  return { wasi, provide };
}

/** WASI ends with the instance and the instance with WASI, whichever comes first. */
function underLife(implementation: ImportFunction, life: Life): ImportFunction {
  return (...args) => {
    if (!life.alive) throw life.signal;
    try {
      return implementation(...args);
    } catch (signal) {
      life.interrupt(signal);
      throw signal;
    }
  };
}

function hasSignature({ name, kind, params = [], results = [] }: ImportInfo): boolean {
  const signature = preview1Signatures.get(name);
  if (kind !== "func" || signature === undefined) return false;
  return `${signature.params} ${signature.results}` === `${params} ${results}`;
}
