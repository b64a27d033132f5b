import { loadPlugin } from "@polyplug/host";
import { meterModule } from "@polyplug/metering";
import { decodeModule } from "@polyplug/wasm-binary";
import { type Figures, measure, type Way } from "../measure.ts";
import { median } from "../median.ts";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";
import { sampleOf, timedLoop } from "../timed-loop.ts";
import type { MeteredWork } from "./metered-work.ts";

const against = "without it";
const targets = { median: 1.05, worst: 1.12 } as const;

/** Each piece of work under a limit of time beside the same without, and what they come to together. */
export async function metering(all: readonly MeteredWork[], settings: Settings): Promise<Row[]> {
  const rows: Row[] = [];
  for (const work of all) {
    const figures = await measure([way("baseline", work, settings), way("ours", work, settings)], settings);
    rows.push(rowOf({ case: `metering, ${work.name}`, unit: "us", against, measure: "ratio" }, figures));
  }
  const ranked = rows.toSorted((left, right) => (left.ratio ?? 0) - (right.ratio ?? 0));
  const summary = (name: string, target: number, row: Row | undefined): Row => {
    const figures: Figures = new Map([
      ["baseline", row?.baseline ?? Number.NaN],
      ["ours", row?.ours ?? Number.NaN],
    ]);
    const which = row?.case.replace("metering, ", "");
    return rowOf({ case: name, unit: "us", against: `${against}: ${which}`, measure: "ratio", target }, figures);
  };
  return [
    summary("metering, median of loops and real work", targets.median, ranked[ranked.length >> 1]),
    summary("metering, the worst of them", targets.worst, ranked.at(-1)),
    ...rows,
  ];
}

let copies = 0;

/** The same with a custom section that nobody had before: the engine keeps what it compiled, and where it put it. */
function another({ bytes }: MeteredWork): Uint8Array {
  const number = ++copies;
  const section = [0, 6, 1, 0x78, number & 0x7f, (number >> 7) & 0x7f, 0, 0];
  return Uint8Array.from([...bytes, ...section]);
}

function way(party: "baseline" | "ours", work: MeteredWork, { sliceMilliseconds }: Settings): Way {
  return {
    party,
    async ready() {
      const limits = party === "ours" ? { time: "10min" } : {};
      const plugin = await loadPlugin<Record<string, (argument: number) => number>>(another(work), {
        grant: work.grant,
        limits,
      });
      const run = plugin.exports[work.export];
      if (run === undefined) throw new Error(`${work.name} exports no ${work.export}`);
      const result = run(work.argument);
      const loop = await timedLoop(run, { args: `${work.argument}`, sum: (turns) => Math.imul(turns, result) });
      const sample = await sampleOf(loop, sliceMilliseconds);
      return async () => (await sample()) * 1e3;
    },
  };
}

/** How long it takes to make a megabyte of code over. */
export async function meteringTime(work: MeteredWork, { rounds, blocks }: Settings): Promise<Row> {
  const module = decodeModule(work.bytes);
  const megabytes = work.bytes.length / 1e6;
  const sample = (): number => {
    const start = process.threadCpuUsage().user;
    meterModule(module, { time: true, fuel: false });
    return (process.threadCpuUsage().user - start) / 1e3 / megabytes;
  };
  const samples = Array.from({ length: rounds * blocks }, sample);
  const subject = { case: "metering 1 MB of code", unit: "ms", against: "-", measure: "amount", target: 50 } as const;
  return rowOf(subject, new Map([["ours", median(samples)]]));
}
