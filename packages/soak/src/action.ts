import { setTimeout as sleep } from "node:timers/promises";
import type { PluginErrorCode } from "@polyplug/errors";
import type { GuestExports } from "./guest.ts";
import type { Random } from "./random.ts";
import type { Tier } from "./tier.ts";

/** A plugin as one that awaits every call sees it, on whatever tier it is. */
export interface Subject {
  readonly exports: { readonly [Name in keyof GuestExports]: (...args: Parameters<GuestExports[Name]>) => unknown };
  dispose(): void;
  abortable?(signal: AbortSignal, work: (exports: Subject["exports"]) => unknown): unknown;
}

/** What is done to a plugin, or what it does itself. */
export interface Action {
  readonly name: string;
  /** Where it can be. Default: everywhere. */
  readonly tiers?: readonly Tier[];
  /** What the error is to be; left out where there is to be none. */
  readonly fails?: PluginErrorCode;
  /** Rejects with the plugin's error; throws anything else for an answer that is wrong. */
  run(plugin: Subject, random: Random): Promise<void>;
}

/** What `ask` of the host does with numbers from here on. */
export const asked = { fails: 1_000_000, never: 1_000_001 } as const;

/** Where a plugin waits for its host, and calls can be ended. */
const waiting: readonly Tier[] = ["suspending", "worker", "process"];

async function expectAnswer(answer: unknown, wanted: number): Promise<void> {
  const given = await answer;
  if (given !== wanted) throw new Error(`the answer is ${String(given)}, and should be ${wanted}`);
}

async function call(answer: unknown): Promise<void> {
  await answer;
}

/** Calls that are answered. */
export const calls: readonly Action[] = [
  {
    name: "add",
    run: ({ exports }, random) => {
      const [a, b] = [random.below(1000), random.below(1000)];
      return expectAnswer(exports.add(a, b), a + b);
    },
  },
  {
    name: "relay",
    run: ({ exports }, random) => {
      const value = random.below(1000);
      return expectAnswer(exports.relay(value), (value + 1) * 2);
    },
  },
  {
    name: "several at once",
    run: async ({ exports }, random) => {
      const values = Array.from({ length: 5 }, () => random.below(1000));
      await Promise.all(values.map((value) => expectAnswer(exports.add(value, 1), value + 1)));
    },
  },
  // 64 MiB, which is what the limit allows.
  { name: "grow", run: ({ exports }) => expectAnswer(exports.grow(), 1026 - 64) },
];

/** Calls that end the plugin. */
export const faults: readonly Action[] = [
  { name: "crash", fails: "trap", run: ({ exports }) => call(exports.crash()) },
  { name: "dive", fails: "trap", run: ({ exports }) => call(exports.dive(0)) },
  { name: "spin", fails: "time-limit", run: ({ exports }) => call(exports.spin()) },
  { name: "fill", fails: "time-limit", run: ({ exports }) => call(exports.fill()) },
  { name: "flood", fails: "output-limit", run: ({ exports }) => call(exports.flood()) },
  { name: "leave", fails: "exited", run: ({ exports }, random) => call(exports.leave(random.below(200))) },
  { name: "a host function throws", fails: "trap", run: ({ exports }) => call(exports.relay(asked.fails)) },
  {
    name: "a host function never answers, and the plugin is disposed",
    tiers: waiting,
    fails: "disposed",
    run: async (plugin) => {
      const answer = call(plugin.exports.relay(asked.never));
      answer.catch(() => undefined);
      await sleep(2);
      plugin.dispose();
      await answer;
    },
  },
  {
    name: "a host function never answers, and the call is aborted",
    tiers: waiting,
    fails: "aborted",
    run: async (plugin) => {
      const abortion = new AbortController();
      const answer = call(plugin.abortable?.(abortion.signal, ({ relay }) => relay(asked.never)));
      answer.catch(() => undefined);
      await sleep(2);
      abortion.abort();
      await answer;
    },
  },
  {
    name: "a host function never answers, beyond the time",
    tiers: waiting,
    fails: "time-limit",
    run: ({ exports }) => call(exports.relay(asked.never)),
  },
];
