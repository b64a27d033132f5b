import { PluginError } from "@polyplug/errors";
import { compilePlugin } from "./compile/compile-plugin.ts";
import { type DecodedSource, decodeSource, isTyped } from "./decode-source.ts";
import { Observer } from "./events/observer.ts";
import { instantiateBare } from "./instantiate-bare.ts";
import { instantiating } from "./instantiating.ts";
import type { Boundary } from "./intercept/boundary.ts";
import { InterceptedBoundary } from "./intercept/intercepted-boundary.ts";
import { boundsOf, holdToLimits } from "./limits/hold-to-limits.ts";
import { linkPlugin } from "./link/link-plugin.ts";
import type { LoadOptions } from "./load-options.ts";
import type { LoadedPlugin } from "./loaded-plugin.ts";
import type { Plugin } from "./plugin.ts";
import { readOptions } from "./read-options.ts";
import type { LinkedInstance, RestartingPlugin } from "./restart/restarting-plugin.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import type { Retirable } from "./stable/generation.ts";
import type { Isolation } from "./tiers/isolation.ts";

/** A plugin that has been read and decoded, and may be instantiated as often as one likes. */
export interface PreparedPlugin {
  readonly name: string;
  readonly decoded: DecodedSource;
  readonly options: LoadOptions;
  /** Where it is to run. */
  readonly isolation: Isolation;
  /** Whether its calls in this thread are suspended while it waits for its host. */
  readonly isSuspending: boolean;
  /** What an error says could not be done: `load ./shout.wasm`. */
  readonly action: string;
  /** Tells of all instances. */
  readonly observer: Observer;
}

/**
 * The first half of loading: reads the options, then the source, checks its hash and decodes it. `known` tells of what is
 * another version of this plugin.
 */
export async function preparePlugin(source: PluginSource, given: object, known?: Observer): Promise<PreparedPlugin> {
  const { shown, name: fileName } = nameSource(source, "load");
  const { isolation = "inline", asyncImports, ...options } = readOptions(given, `load ${shown}`);
  const name = options.name ?? fileName;
  const plugin = { name, action: `load ${options.name ?? shown}`, observer: known ?? new Observer(name, options) };
  const decoded = await telling(plugin, () => decodeSource(source, plugin.action, options.integrity));
  return { ...plugin, isolation, isSuspending: isolation === "inline" && asyncImports === true, options, decoded };
}

/** The second half: links, compiles what was not compiled before, and gives a new instance. */
export async function instantiatePlugin<Exports extends object>(
  prepared: PreparedPlugin,
): Promise<Plugin<Exports> & Retirable> {
  const at = performance.now();
  const { observer, options, isolation, action } = prepared;
  if (isolation !== "inline") {
    const reason = `isolation: what becomes of it here is only known of a plugin in this thread, not in a ${isolation === "worker" ? "worker" : "process"}`;
    throw new PluginError({ code: "unsupported", action, reason, path: "isolation" });
  }
  const plugin = await telling(prepared, async () => {
    if (prepared.isSuspending) throw notWaitedFor(prepared.action);
    const surviving = await survivingFaults<Exports>(options.onFault, prepared);
    const first = await instantiating((await linkInstance<Exports>(prepared))());
    return surviving === undefined ? first : await surviving(first);
  });
  observer.loaded(at);
  return plugin;
}

function notWaitedFor(action: string): PluginError {
  const reason = "asyncImports: it is for loadPlugin alone";
  return new PluginError({ code: "unsupported", action, reason, path: "asyncImports" });
}

/** What goes on after faults, where it is to; undefined where it is not, and then nothing of it is loaded. */
async function survivingFaults<Exports extends object>(
  onFault: LoadOptions["onFault"],
  prepared: PreparedPlugin,
): Promise<((first: LoadedPlugin<Exports>) => Promise<RestartingPlugin<Exports>>) | undefined> {
  if (onFault === undefined || onFault === "throw") return undefined;
  const { readRestartBounds, RestartingPlugin, RestartPolicy } = await import("./restart/restart.ts");
  const policy = new RestartPolicy(readRestartBounds(onFault, prepared.action));
  const link = (): Promise<LinkedInstance<Exports>> => linkInstance<Exports>(prepared);
  const { observer } = prepared;
  return async (first) => new RestartingPlugin(first, await link(), { policy, observer, link });
}

/** Links and compiles what an instance takes. What this gives makes it, once. */
async function linkInstance<Exports extends object>(prepared: PreparedPlugin): Promise<LinkedInstance<Exports>> {
  const { name, options, observer } = prepared;
  return await linkBehind<Exports>(new InterceptedBoundary(name, observer, options.intercept), prepared);
}

/** The same behind this boundary. */
export async function linkBehind<Exports extends object>(
  boundary: Boundary,
  { name, decoded, options, action }: Pick<PreparedPlugin, "name" | "decoded" | "options" | "action">,
): Promise<LinkedInstance<Exports>> {
  const { info, module } = decoded;
  if (module === undefined || isTyped(decoded, options)) {
    const { linkTypedPlugin } = await import("./typed/typed.ts");
    return await linkTypedPlugin<Exports>(decoded, name, options, boundary, action);
  }
  const bounds = await boundsOf(options.limits, action);
  const linked = await linkPlugin(info, name, options, boundary, bounds, action);
  const held = await holdToLimits({ modules: [module], counts: [1] }, bounds, linked.life, action);
  const compiled = await compilePlugin(decoded, [module], action, held.meter);
  return () => instantiateBare<Exports>(compiled, linked, held.calls, action);
}

/** What goes wrong in `work` says which plugin it was, and is told of. */
export async function telling<T>(
  { name, action, observer }: Pick<PreparedPlugin, "name" | "action" | "observer">,
  work: () => Promise<T>,
): Promise<T> {
  const at = performance.now();
  try {
    return await work();
  } catch (error) {
    if (!PluginError.is(error)) throw error;
    const named = error.plugin === undefined ? error.within(action, { plugin: name }) : error;
    observer.loaded(at, named);
    throw named;
  }
}
