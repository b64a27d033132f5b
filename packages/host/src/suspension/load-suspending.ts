import { PluginError } from "@polyplug/errors";
import { isTyped } from "../decode-source.ts";
import type { PluginStats } from "../events/plugin-stats.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import { instantiating } from "../instantiating.ts";
import { InterceptedBoundary } from "../intercept/intercepted-boundary.ts";
import { linkInstance } from "../link-instance.ts";
import type { LoadedPlugin } from "../loaded-plugin.ts";
import type { Plugin } from "../plugin.ts";
import { type PreparedPlugin, telling } from "../prepare-plugin.ts";
import type { ApartExports } from "../tiers/apart-exports.ts";
import type { CallLine } from "./call-line.ts";
import { engineSuspension } from "./engine-suspension.ts";
import { SuspendingBoundary } from "./suspending-boundary.ts";
import type { SuspendingPlugin } from "./suspending-plugin.ts";

/** Loads a plugin that may wait for promises of its host. */
export async function loadSuspending<Exports extends object>(
  prepared: PreparedPlugin,
): Promise<SuspendingPlugin<Exports>> {
  const at = performance.now();
  const { name, action, observer, options } = prepared;
  const plugin = await telling(prepared, async () => {
    refuseWhatCannotWait(options, action);
    const inner = new InterceptedBoundary(name, observer, options.intercept);
    const boundary = new SuspendingBoundary(
      inner,
      engineSuspension(action),
      isTyped(prepared.decoded, options) ? "refused" : "nested",
    );
    const link = await linkInstance<ApartExports<Exports>>(prepared, boundary);
    return new LoadedSuspending<Exports>(await instantiating(link()), boundary.line);
  });
  observer.loaded(at);
  return plugin;
}

function refuseWhatCannotWait({ limits, onFault, record }: PreparedPlugin["options"], action: string): void {
  const refuse = (path: string, reason: string): never => {
    throw new PluginError({ code: "unsupported", action, reason: `${path}: ${reason}`, path });
  };
  if (limits?.time !== undefined || limits?.fuel !== undefined) {
    const key = limits.time === undefined ? "fuel" : "time";
    refuse(`limits.${key}`, 'with asyncImports it needs isolation: "worker"');
  }
  if (onFault !== undefined && onFault !== "throw") {
    refuse("onFault", "a plugin with asyncImports does not go on as a new instance; load it again, or make a pool");
  }
  if (record !== undefined) refuse("record", "the calls of a plugin with asyncImports cannot be recorded");
}

class LoadedSuspending<Exports extends object> implements SuspendingPlugin<Exports> {
  readonly isolation = "inline";
  readonly #inner: LoadedPlugin<ApartExports<Exports>>;
  readonly #line: CallLine;

  constructor(inner: LoadedPlugin<ApartExports<Exports>>, line: CallLine) {
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

  run(): Promise<number> {
    return this.#inner.waitToRun();
  }

  abortable<T>(signal: AbortSignal, work: (exports: ApartExports<Exports>) => T): T {
    return this.#line.abortable(signal, () => work(this.exports));
  }

  dispose(): void {
    this.#inner.dispose();
    this.#line.end();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
