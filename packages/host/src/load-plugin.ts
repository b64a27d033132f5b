import type { BareExports } from "./exports/bare-function.ts";
import type { HostImports } from "./link/link-imports.ts";
import type { AnywhereOptions, ApartOptions, ContractOptions, SuspendingOptions } from "./load-options.ts";
import { loadPrepared } from "./load-prepared.ts";
import type { Plugin } from "./plugin.ts";
import { preparePlugin } from "./prepare-plugin.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import type { SuspendingPlugin } from "./suspension/suspending-plugin.ts";
import type { ApartPlugin } from "./tiers/apart-plugin.ts";

/**
 * Loads a plugin into this program: reads it, checks its hash, decodes it, links its imports, compiles it once per
 * content, instantiates it, and sets it up (`_initialize`, else `__wasm_call_ctors`). Nothing is granted by default.
 *
 * Throws a `PluginError`: `unreadable`, `not-wasm`, `malformed`, `unsupported`, `integrity`, `missing-import` with every
 * import that nobody provides, `bad-argument` for a source or an option that does not fit, `memory-limit` where there is
 * not as much memory as it starts with, or what the plugin's own setting up did: `trap`, `bad-result`, `exited`,
 * `output-limit`. With a contract, or for a plugin that has one in it, also `contract-mismatch` with every difference.
 */
export async function loadPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options?: ContractOptions<Exports, Imports>,
): Promise<Plugin<Exports>>;

/**
 * Loads a plugin into a thread of its own (`isolation: "worker"`) or a process of its own (`"process"`), as it would be
 * loaded into this one. Its functions give promises; those of the host may, and the plugin waits for them.
 *
 * Throws what it throws above, `time-limit` where the plugin takes too long to set itself up, and `unsupported` for
 * functions that take or give references, and imports that are memories, tables, globals or tags: they cannot leave this
 * thread.
 */
export async function loadPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options: ApartOptions<Exports, Imports>,
): Promise<ApartPlugin<Exports>>;

/**
 * Loads a plugin into this program that waits for promises of host functions. Its own functions give promises.
 *
 * Throws what it throws above, and `unsupported` where the engine cannot suspend WebAssembly.
 */
export async function loadPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options: SuspendingOptions<Exports, Imports>,
): Promise<SuspendingPlugin<Exports>>;

/** Loads a plugin where `isolation` says, which is known when this runs. Who awaits its calls need not know. */
export async function loadPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options: AnywhereOptions<Exports, Imports>,
): Promise<Plugin<Exports> | ApartPlugin<Exports>>;

export async function loadPlugin<Exports extends object>(
  source: PluginSource,
  options: object = {},
): Promise<Plugin<Exports> | ApartPlugin<Exports> | SuspendingPlugin<Exports>> {
  return await loadPrepared<Exports>(await preparePlugin(source, options));
}
