import { setTimeout as sleep } from "node:timers/promises";
import { guest } from "./guest.ts";
import { Random } from "./random.ts";
import { Resident } from "./resident.ts";
import { type Leak, leaksSince, resources } from "./resources.ts";
import { sabotagePlugins } from "./saboteur.ts";
import { type Tier, tiers } from "./tier.ts";
import { warmUp } from "./warm-up.ts";

export interface SoakOptions {
  readonly seconds: number;
  /** How many plugins there are at a time, shared out over the tiers. */
  readonly plugins: number;
  /** What chance begins with. */
  readonly seed: number;
  /** Ends it before its time, in order. */
  readonly signal?: AbortSignal | undefined;
}

/** What happened on one tier. */
export interface TierReport {
  readonly loads: number;
  readonly answered: number;
  readonly faults: Readonly<Record<string, number>>;
}

export interface SoakReport {
  readonly seed: number;
  readonly seconds: number;
  readonly tiers: Readonly<Partial<Record<Tier, TierReport>>>;
  /** Answers that were wrong or never came, and faults that were told otherwise than they should be. */
  readonly trouble: readonly string[];
  readonly leaks: readonly Leak[];
}

/**
 * Holds plugins on all tiers for a while, calls them, has them fail in every way at random, ends threads and processes from
 * outside, and puts new ones in the place of those that failed. Every answer is checked, and in the end that nothing is
 * left of any of them.
 */
export async function runSoak({ seconds, plugins, seed, signal }: SoakOptions): Promise<SoakReport> {
  const bytes = await guest();
  // What comes once and stays: compiled code, threads of the engine's and of the host's.
  await live(residents(tiers.length, bytes, seed + 1), 1_000, signal);
  await warmUp(bytes, signal);
  const before = await resources();
  const start = performance.now();
  const all = residents(plugins, bytes, seed);
  const sabotage = new AbortController();
  const saboteur = sabotagePlugins(new Random(seed), sabotage.signal);
  await live(all, seconds * 1_000, signal).finally(() => sabotage.abort());
  await saboteur;
  const elapsed = (performance.now() - start) / 1_000;
  return {
    seed,
    seconds: elapsed,
    tiers: Object.fromEntries(tiers.map((tier) => [tier, reportOf(all.filter((one) => one.tier === tier))])),
    trouble: all.flatMap(({ account }) => account.trouble),
    leaks: await leaksSince(before),
  };
}

function residents(count: number, bytes: Uint8Array, seed: number): readonly Resident[] {
  return Array.from({ length: count }, (_, index) => {
    const tier = tiers[index % tiers.length] ?? "inline";
    return new Resident(tier, bytes, new Random(seed * 1_000 + index));
  });
}

async function live(all: readonly Resident[], milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const end = new AbortController();
  const interrupt = (): void => end.abort();
  signal?.addEventListener("abort", interrupt, { once: true });
  if (signal?.aborted) end.abort();
  const living = Promise.all(all.map((resident) => resident.live(end.signal)));
  const time = new AbortController();
  await Promise.race([sleep(milliseconds, undefined, { signal: time.signal }), living]).finally(() => end.abort());
  await living;
  time.abort();
  signal?.removeEventListener("abort", interrupt);
}

function reportOf(all: readonly Resident[]): TierReport {
  const faults: Record<string, number> = {};
  let [loads, answered] = [0, 0];
  for (const { account } of all) {
    loads += account.loads;
    answered += account.answered;
    for (const [name, count] of account.faults) faults[name] = (faults[name] ?? 0) + count;
  }
  return { loads, answered, faults };
}
