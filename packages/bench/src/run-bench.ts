import { buildGuests, describeGuest, type GuestOutcome, type OnProgress, tellProgress } from "@polyplug/toolchains";
import { bareCalls, lookedUpCalls } from "./cases/bare-calls.ts";
import { bundleSize } from "./cases/bundle-size.ts";
import { closureCalls } from "./cases/closure-calls.ts";
import { fileReads } from "./cases/file-reads.ts";
import { idleWorkers } from "./cases/idle-workers.ts";
import { largeComponent } from "./cases/large-component.ts";
import { lateness } from "./cases/lateness.ts";
import { leastLoads } from "./cases/least-load.ts";
import { livePlugins } from "./cases/live-plugins.ts";
import { loadAdders } from "./cases/loaded-adder.ts";
import { meteredWork } from "./cases/metered-work.ts";
import { metering, meteringTime } from "./cases/metering.ts";
import { newProcess } from "./cases/new-process.ts";
import { poolThroughput } from "./cases/pool-throughput.ts";
import { tierCalls } from "./cases/tier-calls.ts";
import { timeCalls } from "./cases/time-calls.ts";
import { workerBandwidth } from "./cases/worker-bandwidth.ts";
import { handWritten } from "./contenders/hand-written.ts";
import { ours } from "./contenders/ours.ts";
import { type LoadedPeer, loadPeers, peers } from "./contenders/peers.ts";
import { buildBenchGuests } from "./guests.ts";
import { type PeerPackages, peerPackages } from "./peers/peer-packages.ts";
import type { Row } from "./row.ts";
import type { Settings } from "./settings.ts";

export interface BenchOptions {
  readonly settings: Settings;
  /** Whether to hold ourselves against others, which are installed for it; else the reason not to. */
  readonly peers: "installed" | "left out";
  readonly onProgress: OnProgress;
}

/** Everything that the bench found out. */
export interface Results {
  readonly rows: readonly Row[];
  /** Who else was measured, and why who was not. */
  readonly peers: readonly LoadedPeer[];
  /** Guests that a row would be of, if they could be built. */
  readonly leftOut: readonly string[];
}

/** Measures every case. */
export async function runBench({ settings, peers: wanted, onProgress }: BenchOptions): Promise<Results> {
  const time = <T>(task: string, step: () => Promise<T>) => tellProgress(`time ${task}`, onProgress, step);
  const guests = await buildBenchGuests(onProgress);
  const bare = await buildGuests({ topics: ["adder"], onProgress });
  const built = bare.filter((guest) => "path" in guest);
  const { packages, loaded } = await readyPeers(wanted, guests.calls.component, onProgress);

  const { core } = guests.calls;
  const own = [await handWritten(core), await ours(core, "ours"), await ours(core, "reference")];
  const contenders = [...own, ...loaded.flatMap(({ contender }) => contender ?? [])];
  const absent = loaded.flatMap(({ name, contender }) => (contender === undefined ? [name] : []));
  const calls = await time("calls", () => timeCalls(contenders, absent, settings));
  const processes = await time("new processes", () => newProcess(guests, packages, settings));
  const least = await time("what a first load takes", () => leastLoads(guests, settings));
  const large = await time("a large component", () => largeComponent(guests, packages, settings));
  const reads = await time("reads of files", () => fileReads(packages, settings));
  const live = await time("many live plugins", async () => livePlugins(guests, settings));
  const tiers = await time("calls of other threads and processes", () => tierCalls(settings));
  const idle = await time("workers without calls", idleWorkers);
  const bandwidth = await time("large values on their way to a thread", () => workerBandwidth(guests, settings));
  const size = await bundleSize();
  const adders = await loadAdders(built);
  const bareRows = await time("calls of bare modules", () => bareCalls(adders, settings));
  const closures = await time("calls by closures", () => closureCalls(built, settings));
  const lookedUp = await time("look-ups", () =>
    Promise.all(adders.slice(0, 1).map((one) => lookedUpCalls(one, settings))),
  );
  const work = await meteredWork(onProgress);
  const metered = await time("metering", () => metering(work, settings));
  const late = await time("the end of endless loops", () => lateness(settings));
  const [largest] = work.toSorted((left, right) => right.bytes.length - left.bytes.length);
  const made = largest === undefined ? [] : [await time("making over", () => meteringTime(largest, settings))];
  const fib = work.find(({ name }) => name === "fib");
  const pool = fib === undefined ? [] : [await time("a pool on all cores", () => poolThroughput(fib, settings))];
  const limits = [...metered, ...made, ...late, ...pool];
  return {
    rows: [
      ...calls,
      ...tiers,
      ...bandwidth,
      idle,
      ...processes,
      large,
      ...reads,
      live,
      size,
      ...limits,
      ...bareRows,
      ...closures,
      ...lookedUp,
      ...least,
    ],
    peers: loaded,
    leftOut: bare.flatMap(reasonToLeaveOut),
  };
}

async function readyPeers(
  wanted: BenchOptions["peers"],
  component: string,
  onProgress: OnProgress,
): Promise<{ readonly packages?: PeerPackages; readonly loaded: readonly LoadedPeer[] }> {
  const without = (reason: string) => ({ loaded: peers.map(({ name }) => ({ name, reason })) });
  if (wanted === "left out") return without("it was left out");
  let packages: PeerPackages;
  try {
    packages = await peerPackages(onProgress);
  } catch (error) {
    return without(error instanceof Error ? error.message : String(error));
  }
  return { packages, loaded: await loadPeers(packages, component) };
}

function reasonToLeaveOut(guest: GuestOutcome): readonly string[] {
  if ("cure" in guest) return [`${describeGuest(guest)}: ${guest.cure}`];
  return "error" in guest ? [`${describeGuest(guest)}: ${guest.error.message}`] : [];
}
