import { PluginError, ResultError } from "@polyplug/errors";
import type { PluginStats } from "./events/plugin-stats.ts";
import type { PluginInfo } from "./info/plugin-info.ts";
import type { End } from "./life/life.ts";
import type { Plugin } from "./plugin.ts";
import type { FaultContext } from "./trap/call-fault.ts";
import { tracingDeeply } from "./trap/trace-depth.ts";

const nothing: Readonly<Record<string, never>> = Object.freeze(Object.create(null));

/** What a plugin on the inline tier is made of. */
export interface PluginParts {
  readonly info: PluginInfo;
  readonly exports: object;
  readonly memories: Plugin["memories"];
  /**
   * `_start` of a command, or `run` of `wasi:cli/run`, guarded as the exports are: it throws nothing but what a caller may
   * see.
   */
  readonly start: (() => unknown) | undefined;
  readonly context: FaultContext;
  readonly stats: PluginStats | undefined;
  /** Makes the exports forget the guest. */
  readonly release: () => void;
}

/** A plugin on the inline tier: its instance lives in this thread. */
export class LoadedPlugin<Exports extends object> implements Plugin<Exports> {
  readonly info: PluginInfo;
  readonly exports: Exports;
  readonly stats: PluginStats | undefined;
  readonly #context: FaultContext;
  readonly #release: () => void;
  #memories: Plugin["memories"];
  #files: Plugin["files"];
  #start: PluginParts["start"];

  constructor({ info, exports, memories, start, context, stats, release }: PluginParts) {
    this.info = info;
    this.exports = exports as Exports;
    this.stats = stats;
    this.#context = context;
    this.#release = release;
    this.#memories = memories;
    this.#files = context.wasi.find(({ files }) => files !== undefined)?.files;
    this.#start = start;
  }

  get name(): string {
    return this.#context.life.plugin;
  }

  get memories(): Plugin["memories"] {
    return this.#memories;
  }

  get files(): Plugin["files"] {
    return this.#files;
  }

  get alive(): boolean {
    return this.#context.life.alive;
  }

  run(): number {
    const status = statusOf(this.#command());
    this.#context.life.finish("exited");
    return status;
  }

  /** The same for a plugin whose calls give promises. */
  async waitToRun(): Promise<number> {
    const start = this.#command();
    const status = await Promise.resolve(start()).then(() => 0, statusOfFailure);
    this.#context.life.finish("exited");
    return status;
  }

  #command(): NonNullable<PluginParts["start"]> {
    const { life } = this.#context;
    const action = `run ${this.name}`;
    if (!life.alive) throw life.refusal(action);
    if (this.#start !== undefined) return this.#start;
    const reason = "it exports neither _start nor wasi:cli/run, so it is not a command; call its exports instead";
    throw new PluginError({ code: "unsupported", action, reason, plugin: this.name });
  }

  /** Why it ended; undefined as long as it goes on. */
  get end(): End | undefined {
    return this.#context.life.end;
  }

  /** When it did. */
  get endedAt(): number | undefined {
    return this.#context.life.endedAt;
  }

  /** What it failed by. */
  get fault(): PluginError | undefined {
    return this.#context.life.fault;
  }

  /** Disposes it, and has whoever comes later be told why: `was replaced …`. To events that is no end of the plugin. */
  retire(why: string): void {
    this.#context.life.disposal = why;
    this.#context.life.onEnd = undefined;
    this.dispose();
  }

  dispose(): void {
    this.#context.life.finish("disposed");
    this.#release();
    for (const face of this.#context.wasi) face.release();
    this.#context.aborts.release();
    this.#memories = nothing;
    this.#files = undefined;
    this.#start = undefined;
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

/** Runs a command to its end. */
function statusOf(start: () => unknown): number {
  try {
    tracingDeeply(start);
    return 0;
  } catch (error) {
    return statusOfFailure(error);
  }
}

/** An exit is an end like any other, and so is the error that `wasi:cli/run` knows. */
function statusOfFailure(error: unknown): number {
  if (ResultError.is(error)) return 1;
  if (PluginError.is(error) && error.code === "exited" && error.exitCode !== undefined) return error.exitCode;
  throw error;
}
