import { parentPort, workerData } from "node:worker_threads";
import { instantiateDirectly } from "@polyplug/bench";
import { loadPlugin } from "@polyplug/host";
import type { Adder } from "./adder.ts";
import type { Timing } from "./time-calls.ts";

const { through, ...guest } = workerData as Timing;

/** Long enough for the clock and for the engine to optimise, short enough for someone who waits. */
const enoughMilliseconds = 30;
const mostCalls = 10_000_000;

const { adder } =
  through === "plugin.exports"
    ? (await loadPlugin<Adder>(guest.path, { grant: guest.grant })).exports
    : ((await instantiateDirectly(guest)) as Adder);
let calls = 1000;
while (time(calls) < enoughMilliseconds && calls < mostCalls) calls = Math.min(calls * 10, mostCalls);
// The best of a few: whatever else the machine does only ever adds to it.
const milliseconds = Math.min(time(calls), time(calls), time(calls));
parentPort?.postMessage((milliseconds * 1e6) / calls);

function time(calls: number): number {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < calls; i++) sum = (sum + adder(i, 7)) | 0;
  const elapsed = performance.now() - start;
  // The sum is looked at, or nobody would have to compute it.
  if (sum === 0.5) throw new Error("an i32 has no fraction");
  return elapsed;
}
