import type { PluginError } from "@polyplug/errors";
import { isTyped } from "../decode-source.ts";
import type { PluginStats } from "../events/plugin-stats.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import { instantiating } from "../instantiating.ts";
import type { HostSuspension } from "../intercept/boundary.ts";
import { InterceptedBoundary } from "../intercept/intercepted-boundary.ts";
import type { End } from "../life/life.ts";
import { unlessGivenUp } from "../life/unless-given-up.ts";
import { linkInstance } from "../link-instance.ts";
import type { LoadedPlugin } from "../loaded-plugin.ts";
import type { Plugin } from "../plugin.ts";
import { type PreparedPlugin, restartPolicy, startRecord, telling } from "../prepare-plugin.ts";
import type { BoundaryRecorder } from "../record/record.ts";
import type { Coming } from "../restart/succession.ts";
import type { Retirable } from "../stable/generation.ts";
import type { ApartExports } from "../tiers/apart-exports.ts";
import type { CallLine } from "./call-line.ts";
import { engineSuspension } from "./engine-suspension.ts";
import { HeldSuspension } from "./held-suspension.ts";
import { SuspendingBoundary } from "./suspending-boundary.ts";
import type { SuspendingPlugin } from "./suspending-plugin.ts";

/** Loads a plugin that may wait for promises of its host. */
export async function loadSuspending<Exports extends object>(
  prepared: PreparedPlugin,
  givenUp?: AbortSignal,
): Promise<SuspendingPlugin<Exports> & Retirable> {
  const at = performance.now();
  const { action, observer, options } = prepared;
  const plugin = await telling(prepared, async () => {
    const suspension = engineSuspension(action);
    const policy = await restartPolicy(options.onFault, action);
    const recorder = await startRecord(prepared);
    const link = (): Promise<() => Setting<Exports>> => linkSuspending<Exports>(prepared, suspension, recorder);
    try {
      const setting = (await link())();
      const first = await unlessGivenUp(setting.coming, givenUp, () => setting.dispose());
      if (policy === undefined) return first;
      const { RestartingSuspending } = await import("../restart/restart.ts");
      const disposed = (): void => {
        observer.disposed();
        recorder?.close();
      };
      return new RestartingSuspending<Exports>(first, await link(), { policy, observer, disposed, link });
    } catch (error) {
      recorder?.close();
      throw error;
    }
  });
  observer.loaded(at);
  return plugin;
}

type Setting<Exports extends object> = Coming<LoadedSuspending<Exports>>;

/** Links and compiles what an instance takes. What this gives makes it, once. */
async function linkSuspending<Exports extends object>(
  prepared: PreparedPlugin,
  suspension: HostSuspension,
  recorder: BoundaryRecorder | undefined,
): Promise<() => Setting<Exports>> {
  const { name, observer, options } = prepared;
  const inner = new InterceptedBoundary(name, observer, options.intercept);
  const reentrance = isTyped(prepared.decoded, options) ? "refused" : "nested";
  const held = options.limits === undefined ? suspension : new HeldSuspension(suspension);
  const boundary = new SuspendingBoundary(inner, held, reentrance);
  const recorded = recorder?.recorded(boundary) ?? boundary;
  const instantiate = await linkInstance<ApartExports<Exports>>(prepared, recorded);
  // A call that is not resumed never ends, and so it is not waited for.
  const disposed = (): void => recorder?.close();
  return () => ({
    coming: instantiating(instantiate()).then((made) => new LoadedSuspending<Exports>(made, boundary.line, disposed)),
    isAsking: () => boundary.line.isAsking,
    dispose() {
      boundary.line.dispose();
      disposed();
    },
  });
}

class LoadedSuspending<Exports extends object> implements SuspendingPlugin<Exports>, Retirable {
  readonly isolation = "inline";
  readonly #inner: LoadedPlugin<ApartExports<Exports>>;
  readonly #line: CallLine;
  readonly #disposed: () => void;

  constructor(inner: LoadedPlugin<ApartExports<Exports>>, line: CallLine, disposed: () => void) {
    this.#disposed = disposed;
    this.#inner = inner;
    this.#line = line;
  }

  get name(): string {
    return this.#inner.name;
  }

  get info(): PluginInfo {
    return this.#inner.info;
  }

  get exports(): ApartExports<Exports> {
    return this.#inner.exports;
  }

  get memories(): Plugin["memories"] {
    return this.#inner.memories;
  }

  get files(): Plugin["files"] {
    return this.#inner.files;
  }

  get stats(): PluginStats | undefined {
    return this.#inner.stats;
  }

  get alive(): boolean {
    return this.#inner.alive;
  }

  /** Why it ended; undefined as long as it goes on. */
  get end(): End | undefined {
    return this.#inner.end;
  }

  /** When it did. */
  get endedAt(): number | undefined {
    return this.#inner.endedAt;
  }

  /** What it failed by. */
  get fault(): PluginError | undefined {
    return this.#inner.fault;
  }

  run(): Promise<number> {
    return this.#inner.waitToRun();
  }

  abortable<T>(signal: AbortSignal, work: (exports: ApartExports<Exports>) => T): T {
    return this.#line.abortable(signal, () => work(this.exports));
  }

  retire(why: string): void {
    this.#inner.retire(why);
    this.#line.end();
  }

  dispose(): void {
    this.#inner.dispose();
    this.#line.end();
    this.#disposed();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
