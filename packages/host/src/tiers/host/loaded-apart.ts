import type { PluginError } from "@polyplug/errors";
import type { PluginStats } from "../../events/plugin-stats.ts";
import type { PluginInfo } from "../../info/plugin-info.ts";
import type { Boundary, Call } from "../../intercept/boundary.ts";
import { startSite } from "../../intercept/call-site.ts";
import type { CurrentSignal } from "../../life/current-signal.ts";
import type { End, Life } from "../../life/life.ts";
import type { Retirable } from "../../stable/generation.ts";
import type { ApartExports } from "../apart-exports.ts";
import type { ApartFiles } from "../apart-files.ts";
import type { ApartPlugin } from "../apart-plugin.ts";
import type { Apart } from "../isolation.ts";
import { running } from "../wire/guest-start.ts";
import type { Conversation } from "./conversation.ts";
import type { DistantPlugin } from "./distant-plugin.ts";
import type { CallSubject } from "./guest-call.ts";

/** A plugin in another thread or process as this package has it: what pools and watches ask of it beside the rest. */
export interface PluginApart<Exports extends object> extends ApartPlugin<Exports>, Retirable {
  /** Bytes of memory that the plugin had when it last answered, as far as it exports them. */
  readonly memoryBytes: number;
  /** Has this signal end all calls from now on that no other one may end, until what this gives is called. */
  heed(signal: AbortSignal): () => void;
}

/** What such a plugin is made of. */
export interface ApartParts {
  readonly isolation: Apart;
  readonly distant: DistantPlugin;
  readonly files: ApartFiles | undefined;
  readonly boundary: Boundary;
  readonly life: Life;
  readonly talk: Conversation;
  readonly signal: CurrentSignal;
  /** When it is set up. It takes calls before. */
  readonly loaded: Promise<void>;
}

/** A plugin whose instance is in another thread or process. */
export class LoadedApart<Exports extends object> implements PluginApart<Exports> {
  readonly isolation: Apart;
  readonly info: PluginInfo;
  readonly exports: ApartExports<Exports>;
  readonly stats: PluginStats | undefined;
  readonly loaded: Promise<void>;
  readonly #life: Life;
  readonly #talk: Conversation;
  readonly #run: Call;
  readonly #files: ApartFiles | undefined;
  readonly #signal: CurrentSignal;

  constructor({ isolation, distant, files, boundary, life, talk, signal, loaded }: ApartParts) {
    this.isolation = isolation;
    this.info = distant.info;
    this.stats = boundary.stats;
    this.exports = distant.exports as ApartExports<Exports>;
    this.#life = life;
    this.#talk = talk;
    this.#signal = signal;
    this.loaded = loaded;
    this.#files = files;
    const subject: CallSubject = { action: `run ${life.plugin}` };
    const run: Call = () => talk.call(subject, running.wire, running.index, [], signal.current);
    this.#run = boundary.exported(run, startSite);
  }

  get name(): string {
    return this.#life.plugin;
  }

  get alive(): boolean {
    return this.#life.alive;
  }

  get files(): ApartFiles | undefined {
    return this.#life.isDisposed ? undefined : this.#files;
  }

  /** Why it ended; undefined as long as it goes on. */
  get end(): End | undefined {
    return this.#life.end;
  }

  /** When it did. */
  get endedAt(): number | undefined {
    return this.#life.endedAt;
  }

  /** What it failed by. */
  get fault(): PluginError | undefined {
    return this.#life.fault;
  }

  async run(): Promise<number> {
    const status = Number(await this.#run()) >>> 0;
    this.#life.finish("exited");
    this.#talk.finish();
    return status;
  }

  abortable<T>(signal: AbortSignal, work: (exports: ApartExports<Exports>) => T): T {
    return this.#signal.during(signal, () => work(this.exports));
  }

  get memoryBytes(): number {
    return this.#talk.memoryBytes;
  }

  heed(signal: AbortSignal): () => void {
    return this.#signal.heed(signal);
  }

  /** Disposes it, and has whoever comes later be told why: `was replaced …`. To events that is no end of the plugin. */
  retire(why: string): void {
    this.#life.disposal = why;
    this.#life.onEnd = undefined;
    this.dispose();
  }

  dispose(): void {
    this.#life.finish("disposed");
    this.#end();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #end(): void {
    this.#talk.end(({ action, exported }): PluginError => this.#life.refusal(action, exported));
  }
}
