import type { Lowering } from "@polyplug/toolchains";

/** How a guest is run: in which form, by whom, and in Polyplug with which implementation of the canonical ABI. */
export type Way =
  | { readonly lowering: Lowering; readonly engine: "polyplug"; readonly tier: "compiled" | "reference" }
  | { readonly lowering: "component"; readonly engine: "wasmtime"; readonly tier: null };

/** The columns of the matrix. Core plugins are not wasmtime's: it knows the canonical ABI of components alone. */
export const ways: readonly Way[] = [
  { lowering: "core", engine: "polyplug", tier: "compiled" },
  { lowering: "core", engine: "polyplug", tier: "reference" },
  { lowering: "component", engine: "polyplug", tier: "compiled" },
  { lowering: "component", engine: "polyplug", tier: "reference" },
  { lowering: "component", engine: "wasmtime", tier: null },
];

/** What a way is called beside others of its lowering. */
export function shortTitle({ engine, tier }: Pick<Way, "engine" | "tier">): string {
  return tier ?? engine;
}
