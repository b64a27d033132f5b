import { PluginError } from "@polyplug/errors";
import { type DecodedSource, decodeSource } from "./decode-source.ts";
import { Observer } from "./events/observer.ts";
import { instantiating, instantiatingNow } from "./instantiating.ts";
import type { Boundary } from "./intercept/boundary.ts";
import { InterceptedBoundary } from "./intercept/intercepted-boundary.ts";
import { type LinkedInstance, linkInstance } from "./link-instance.ts";
import type { LoadOptions } from "./load-options.ts";
import type { LoadedPlugin } from "./loaded-plugin.ts";
import type { Plugin } from "./plugin.ts";
import { readOptions } from "./read-options.ts";
import type { BoundaryRecorder } from "./record/record.ts";
import type { RestartPolicy } from "./restart/restart-policy.ts";
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
  const { observer, options, action } = prepared;
  const plugin = await telling(prepared, async () => {
    if (prepared.isSuspending) throw notWaitedFor(action);
    const policy = await restartPolicy(options.onFault, action);
    const recorder = await startRecord(prepared);
    const linked = (): Promise<LinkedInstance<Exports>> =>
      linkInstance<Exports>(prepared, boundaryOf(prepared, recorder));
    try {
      const first = await instantiating((await linked())());
      if (policy === undefined) return first;
      const link = async (): Promise<() => LoadedPlugin<Exports>> => {
        const instance = await linked();
        return () => instantiatingNow(instance());
      };
      const disposed = (): void => {
        observer.disposed();
        recorder?.close();
      };
      const { RestartingPlugin } = await import("./restart/restart.ts");
      return new RestartingPlugin(first, await link(), { policy, observer, link, disposed });
    } catch (error) {
      recorder?.close();
      throw error;
    }
  });
  observer.loaded(at);
  return plugin;
}

function notWaitedFor(action: string): PluginError {
  const reason = "asyncImports: it is for loadPlugin alone";
  return new PluginError({ code: "unsupported", action, reason, path: "asyncImports" });
}

/** When the plugin goes on after faults; undefined where it is not to, and then nothing of what that takes is loaded. */
export async function restartPolicy(
  onFault: LoadOptions["onFault"],
  action: string,
): Promise<RestartPolicy | undefined> {
  if (onFault === undefined || onFault === "throw") return undefined;
  const { readRestartBounds, RestartPolicy } = await import("./restart/restart.ts");
  return new RestartPolicy(readRestartBounds(onFault, action));
}

/** Starts the record of all instances; undefined where there is to be none, and then nothing of it is loaded. */
export async function startRecord({
  name,
  action,
  decoded,
  options,
  observer,
}: PreparedPlugin): Promise<BoundaryRecorder | undefined> {
  if (options.record === undefined) return undefined;
  const { recordPlugin } = await import("./record/record.ts");
  return recordPlugin(options.record, { name, action, decoded, options, observer });
}

function boundaryOf({ name, observer, options }: PreparedPlugin, recorder: BoundaryRecorder | undefined): Boundary {
  const boundary = new InterceptedBoundary(name, observer, options.intercept);
  return recorder === undefined ? boundary : recorder.recorded(boundary);
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
