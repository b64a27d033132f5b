import { addTurn } from "../call-cases.ts";
import { measure, type Way } from "../measure.ts";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";
import { sampleOf, type Turn, timedLoop } from "../timed-loop.ts";
import type { Adder, LoadedAdder } from "./loaded-adder.ts";

const ratio = { unit: "ns", measure: "ratio" } as const;

/**
 * `adder` through `plugin.exports` beside the same function as `instance.exports` gives it, for each guest, with all of
 * them loaded: as a host would have it that keeps several plugins.
 */
export async function bareCalls(adders: readonly LoadedAdder[], settings: Settings): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { guest, ours, direct } of adders) {
    const subject = { case: `bare adder, ${guest.language} for ${guest.target}`, ...ratio, against: "raw export" };
    rows.push(rowOf({ ...subject, target: 1.5 }, await race(direct.adder, ours.adder, addTurn, settings)));
  }
  return rows;
}

/** `plugin.exports.adder` looked up for each call, beside the same function in an object made without a prototype. */
export async function lookedUpCalls({ guest, ours }: LoadedAdder, settings: Settings): Promise<Row> {
  const table: Adder = Object.assign(Object.create(null), { adder: ours.adder });
  const against = "the same function in a table";
  const subject = { case: `bare adder looked up, ${guest.language} for ${guest.target}`, ...ratio, against };
  return rowOf(subject, await race(table, ours, { ...addTurn, callee: "it.adder" }, settings));
}

async function race(baseline: Adder | Adder["adder"], ours: typeof baseline, turn: Turn, settings: Settings) {
  const way = (party: string, it: typeof baseline): Way => ({
    party,
    ready: async () => {
      const sample = await sampleOf(await timedLoop(it, turn), settings.sliceMilliseconds);
      return async () => (await sample()) * 1e6;
    },
  });
  return measure([way("baseline", baseline), way("ours", ours)], settings);
}
