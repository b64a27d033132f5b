import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { BuiltGuest } from "@polyplug/toolchains";

/** What a worker is to time: a plugin's `adder`, called as users of the host call it or by the engine alone. */
export interface Timing extends Pick<BuiltGuest, "path" | "grant"> {
  readonly through: "plugin.exports" | "instance.exports";
}

/**
 * Nanoseconds a call of `adder`. Each timing has a thread of its own: in a shared one the loop would be compiled for
 * whatever it called before.
 */
export async function timeCalls(timing: Timing): Promise<number> {
  const worker = new Worker(new URL("./timing-worker.ts", import.meta.url), { workerData: timing });
  const [nanoseconds] = await once(worker, "message");
  await worker.terminate();
  return nanoseconds;
}
