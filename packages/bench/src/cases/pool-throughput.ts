import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createPool } from "@polyplug/host";
import { measure, type Way } from "../measure.ts";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";
import type { MeteredWork } from "./metered-work.ts";

/** Does its work so many times, as many at once as there are workers. */
interface Crew {
  work(times: number): Promise<unknown>;
  end(): unknown;
}

/** Calls that make a sample, for each worker. */
const calls = 8;

/** Some milliseconds of recursion, of which handing it out is next to nothing. */
const argument = 29;

/**
 * How many more calls of a plugin a pool of worker threads answers with one for each core than with one, beside what threads
 * gain that are written by hand and do the same work.
 */
export async function poolThroughput(fib: MeteredWork, settings: Settings): Promise<Row> {
  const cores = availableParallelism();
  const crews: Crew[] = [];
  const way = async (party: string, make: (size: number) => Promise<Crew>): Promise<Way> => {
    const [one, all] = [await make(1), await make(cores)];
    crews.push(one, all);
    const sample = async (): Promise<number> => {
      const alone = await timed(() => one.work(calls));
      return (await timed(() => all.work(calls * cores))) / (alone * cores);
    };
    return { party, ready: () => sample };
  };
  try {
    const ways = [
      await way("baseline", (size) => threadsByHand(fib, size)),
      await way("ours", (size) => pooled(fib, size)),
    ];
    const subject = {
      case: `a call of a pool with a worker for each of ${cores} cores, beside one worker`,
      unit: "x",
      against: "threads by hand",
      measure: "ratio",
      target: 1 / 0.9,
    } as const;
    return rowOf(subject, await measure(ways, settings));
  } finally {
    for (const crew of crews) await crew.end();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function pooled({ bytes, export: name }: MeteredWork, size: number): Promise<Crew> {
  const options = { isolation: "worker", size, spares: size } as const;
  const pool = await createPool<Record<string, (argument: number) => number>>(bytes, options);
  const call = (): Promise<unknown> => pool.run(async (exports) => await exports[name]?.(argument));
  return {
    work: (times) => Promise.all(Array.from({ length: times }, call)),
    end: () => pool.close(),
  };
}

/** Threads that run the same function, each time that they are told to. */
async function threadsByHand({ bytes, export: name }: MeteredWork, size: number): Promise<Crew> {
  const program = `const { parentPort, workerData: { bytes, name, argument } } = require("node:worker_threads");
    const run = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports[name];
    parentPort.on("message", () => parentPort.postMessage(run(argument)));`;
  const workerData = { bytes, name, argument };
  const threads = Array.from({ length: size }, () => new Worker(program, { eval: true, workerData }));
  /** Works until nothing is left. */
  const labour = async (thread: Worker, left: { times: number }): Promise<void> => {
    while (left.times-- > 0) {
      await new Promise((resolve) => {
        thread.once("message", resolve);
        thread.postMessage(undefined);
      });
    }
  };
  const crew: Crew = {
    async work(times) {
      const left = { times };
      await Promise.all(threads.map((thread) => labour(thread, left)));
    },
    end: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
  await crew.work(size);
  return crew;
}
