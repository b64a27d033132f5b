import { preview1Capability } from "@polyplug/wasi";
import type { ImportInfo } from "./plugin-info.ts";

export const preview1Module = "wasi_snapshot_preview1";

/** The grants that the imports ask for, sorted and each once. */
export function capabilitiesOf(imports: readonly ImportInfo[]): string[] {
  const asked = imports
    .filter(({ module, kind }) => module === preview1Module && kind === "func")
    .flatMap(({ name }) => preview1Capability(name) ?? []);
  return [...new Set(asked)].sort();
}
