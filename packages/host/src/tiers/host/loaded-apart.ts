import type { PluginError } from "@polyplug/errors";
import type { PluginStats } from "../../events/plugin-stats.ts";
import type { PluginInfo } from "../../info/plugin-info.ts";
import type { Boundary, Call } from "../../intercept/boundary.ts";
import { startSite } from "../../intercept/call-site.ts";
import type { Life } from "../../life/life.ts";
import type { ApartExports } from "../apart-exports.ts";
import type { ApartPlugin } from "../apart-plugin.ts";
import type { Apart } from "../isolation.ts";
import { running } from "../wire/guest-start.ts";
import type { CallSubject, Conversation } from "./conversation.ts";
import type { DistantPlugin } from "./distant-plugin.ts";

/** The signal that may end the calls which are made now. */
export interface CurrentSignal {
  current: AbortSignal | undefined;
}

/** What such a plugin is made of. */
export interface ApartParts {
  readonly isolation: Apart;
  readonly distant: DistantPlugin;
  readonly boundary: Boundary;
  readonly life: Life;
  readonly talk: Conversation;
  readonly signal: CurrentSignal;
}

/** A plugin whose instance is in another thread or process. */
export class LoadedApart<Exports extends object> implements ApartPlugin<Exports> {
  readonly isolation: Apart;
  readonly info: PluginInfo;
  readonly exports: ApartExports<Exports>;
  readonly stats: PluginStats | undefined;
  readonly #life: Life;
  readonly #talk: Conversation;
  readonly #run: Call;
  readonly #signal: CurrentSignal;

  constructor({ isolation, distant, boundary, life, talk, signal }: ApartParts) {
    this.isolation = isolation;
    this.info = distant.info;
    this.stats = boundary.stats;
    this.exports = distant.exports as ApartExports<Exports>;
    this.#life = life;
    this.#talk = talk;
    this.#signal = signal;
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

  async run(): Promise<number> {
    const status = Number(await this.#run()) >>> 0;
    this.#life.finish("exited");
    this.#end();
    return status;
  }

  abortable<T>(signal: AbortSignal, work: (exports: ApartExports<Exports>) => T): T {
    const outer = this.#signal.current;
    this.#signal.current = signal;
    try {
      return work(this.exports);
    } finally {
      this.#signal.current = outer;
    }
  }

  /** Bytes of memory that the plugin had when it last answered, as far as it exports them. */
  get memoryBytes(): number {
    return this.#talk.memoryBytes;
  }

  /** Has this signal end all calls from now on that no other one may end, until what this gives is called. */
  heed(signal: AbortSignal): () => void {
    this.#signal.current = signal;
    return () => {
      this.#signal.current = undefined;
    };
  }

  /** Disposes it, and has whoever comes later be told why: `was replaced …`. */
  retire(why: string): void {
    this.#life.disposal = why;
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
