import type { Module } from "./module.ts";

/**
 * How many entries the module's own tables have when it starts, all together. Tables lie in the engine's heap, and a
 * full heap ends the process, so a host bounds this sum before it compiles.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/modules.html#tables | structure, tables}.
 */
export function declaredTableEntries(module: Module): bigint {
  return module.tables.reduce((sum, { type }) => sum + type.limits.min, 0n);
}
