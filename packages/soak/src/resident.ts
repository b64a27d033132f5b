import { PluginError, type PluginErrorCode } from "@polyplug/errors";
import { loadPlugin } from "@polyplug/host";
import { type Action, asked, calls, faults, type Subject } from "./action.ts";
import type { Random } from "./random.ts";
import { sabotage } from "./saboteur.ts";
import type { Tier } from "./tier.ts";

/** What became of the plugins of one place. */
export interface Account {
  loads: number;
  /** Calls that were answered, and rightly. */
  answered: number;
  readonly faults: Map<string, number>;
  /** What went otherwise than it should. */
  readonly trouble: string[];
}

/** Milliseconds that a call may take, of the thread that the plugins of two tiers share or of one of their own. */
const timeLimits: Readonly<Record<Tier, number>> = {
  inline: 100,
  suspending: 100,
  worker: 1_000,
  process: 1_000,
};

/** A call that is not settled after so many milliseconds is lost. */
const patience = 30_000;

/** One place of the host's in which there is always a plugin: when it has failed, a new one. */
export class Resident {
  readonly tier: Tier;
  readonly account: Account = { loads: 0, answered: 0, faults: new Map(), trouble: [] };
  readonly #bytes: Uint8Array;
  readonly #random: Random;
  #plugin: Subject | undefined;
  /** What the plugin's own count should be. */
  #counted = 0;

  constructor(tier: Tier, bytes: Uint8Array, random: Random) {
    this.tier = tier;
    this.#bytes = bytes;
    this.#random = random;
  }

  /** Calls the plugin and has it fail, over and over, until the signal is aborted. */
  async live(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#turn();
      // Calls of the inline tier give no time to others.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#plugin?.dispose();
    this.#plugin = undefined;
  }

  async #turn(): Promise<void> {
    try {
      this.#plugin ??= await this.#load();
    } catch (error) {
      this.#note("load", undefined, error, 0);
      return;
    }
    await this.#act(this.#random.below(20) === 0 ? this.#fault() : this.#random.of(calls), this.#plugin);
  }

  async #load(): Promise<Subject> {
    this.account.loads++;
    this.#counted = 0;
    const waits = this.tier !== "inline";
    const ask = (value: number): unknown => {
      if (value === asked.fails) throw new Error("the host cannot");
      if (value === asked.never) return new Promise(() => undefined);
      return waits && value % 2 === 0 ? Promise.resolve(value + 1) : value + 1;
    };
    const options = {
      name: `a plugin on the tier ${this.tier}`,
      imports: { env: { ask } },
      grant: { stdout: () => undefined },
      limits: { memory: "64MiB", output: "256KiB", time: `${timeLimits[this.tier]}ms` },
      ...(this.tier === "suspending" ? { asyncImports: true } : { isolation: this.tier }),
    };
    const plugin: object = await loadPlugin(this.#bytes, options as { readonly isolation: "worker" });
    return plugin as Subject;
  }

  #fault(): Action {
    return this.#random.of(faults.filter(({ tiers }) => tiers?.includes(this.tier) !== false));
  }

  async #act(action: Action, plugin: Subject): Promise<void> {
    const { account } = this;
    const start = performance.now();
    let failure: unknown;
    try {
      await inTime(action.run(plugin, this.#random));
      if (action.fails === undefined) {
        const count = await inTime(Promise.resolve(plugin.exports.count()));
        this.#counted++;
        if (count !== this.#counted) throw new Error(`it has counted ${String(count)} calls of ${this.#counted}`);
        account.answered += 2;
        return;
      }
    } catch (error) {
      failure = error;
    }
    this.#note(action.name, action.fails, failure, performance.now() - start);
    plugin.dispose();
    this.#plugin = undefined;
  }

  /** Books what went wrong: as it should have, by somebody else's doing, or otherwise than it should. */
  #note(name: string, wanted: PluginErrorCode | undefined, failure: unknown, milliseconds: number): void {
    const { faults: booked, trouble } = this.account;
    const kind = this.#kindOf(failure, wanted, milliseconds);
    if (kind === undefined) {
      trouble.push(`${this.tier}, ${name}: ${describe(failure)} in the place of ${wanted ?? "an answer"}`);
    } else {
      booked.set(kind === "meant" ? name : kind, (booked.get(kind === "meant" ? name : kind) ?? 0) + 1);
    }
  }

  #kindOf(
    failure: unknown,
    wanted: PluginErrorCode | undefined,
    milliseconds: number,
  ): "meant" | "sabotaged" | "starved" | undefined {
    if (!PluginError.is(failure)) return undefined;
    if (failure.code === wanted) return "meant";
    const cause = PluginError.is(failure.cause) ? failure.cause : failure;
    if ((this.tier === "worker" || this.tier === "process") && sabotage.test(cause.reason)) return "sabotaged";
    // A machine with more plugins than cores may not come to one in time. It is told so, and is not wrong.
    const isSlow = milliseconds >= timeLimits[this.tier];
    return failure.code === "time-limit" && isSlow ? "starved" : undefined;
  }
}

function describe(failure: unknown): string {
  if (PluginError.is(failure)) return `${failure.code} (${failure.message})`;
  return failure instanceof Error ? failure.message : `no failure`;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patience / 1000} s: the call is lost`)), patience);
  });
  return Promise.race([work, lost]).finally(() => clearTimeout(timer));
}
