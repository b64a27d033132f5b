import { PluginError } from "@polyplug/errors";
import { type DecodedSource, decodeSource } from "./decode-source.ts";
import { Observer } from "./events/observer.ts";
import { instantiating } from "./instantiating.ts";
import type { Boundary } from "./intercept/boundary.ts";
import { InterceptedBoundary } from "./intercept/intercepted-boundary.ts";
import { linkInstance } from "./link-instance.ts";
import type { LoadOptions } from "./load-options.ts";
import type { LoadedPlugin } from "./loaded-plugin.ts";
import type { Plugin } from "./plugin.ts";
import { readOptions } from "./read-options.ts";
import type { BoundaryRecorder } from "./record/record.ts";
import type { LinkedInstance, Restarting, RestartingPlugin } from "./restart/restarting-plugin.ts";
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
    if (prepared.isSuspending) throw notWaitedFor(action);
    const survive = await survivingFaults<Exports>(options.onFault, action);
    const recorder = await startRecord(prepared);
    const link = (): Promise<LinkedInstance<Exports>> =>
      linkInstance<Exports>(prepared, boundaryOf(prepared, recorder));
    try {
      const first = await instantiating((await link())());
      if (survive === undefined) return first;
      const disposed = (): void => {
        observer.disposed();
        recorder?.close();
      };
      return survive(first, await link(), { observer, link, disposed });
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

type Survive<Exports extends object> = (
  first: LoadedPlugin<Exports>,
  spare: LinkedInstance<Exports>,
  restarting: Omit<Restarting<Exports>, "policy">,
) => RestartingPlugin<Exports>;

/** What goes on after faults, where it is to; undefined where it is not, and then nothing of it is loaded. */
async function survivingFaults<Exports extends object>(
  onFault: LoadOptions["onFault"],
  action: string,
): Promise<Survive<Exports> | undefined> {
  if (onFault === undefined || onFault === "throw") return undefined;
  const { readRestartBounds, RestartingPlugin, RestartPolicy } = await import("./restart/restart.ts");
  const policy = new RestartPolicy(readRestartBounds(onFault, action));
  return (first, spare, restarting) => new RestartingPlugin(first, spare, { policy, ...restarting });
}

async function startRecord({ name, action, decoded, options }: PreparedPlugin): Promise<BoundaryRecorder | undefined> {
  if (options.record === undefined) return undefined;
  const { recordPlugin } = await import("./record/record.ts");
  return recordPlugin(options.record, { name, action, decoded, options });
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
