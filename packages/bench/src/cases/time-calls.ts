import { type CallCase, callCases } from "../call-cases.ts";
import type { Contender } from "../contenders/contender.ts";
import { measure, type Way } from "../measure.ts";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";
import { sampleOf, timedLoop } from "../timed-loop.ts";

const perMillisecond = { ns: 1e6, us: 1e3, ms: 1, kB: Number.NaN, x: Number.NaN };

/** Every call case with all who have the function. */
export async function timeCalls(
  contenders: readonly Contender[],
  absent: readonly string[],
  settings: Settings,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of callCases) {
    const ways = contenders.flatMap((contender) => wayOf(contender, one, settings));
    rows.push(rowOf(one, await measure(ways, settings), absent));
  }
  return rows;
}

function wayOf({ party, calls, keyword }: Contender, one: CallCase, settings: Settings): Way[] {
  const it = calls[one.function];
  if (it === undefined) return [];
  const scale = perMillisecond[one.unit] / (one.countPerTurn ?? 1);
  const ready = async () => {
    const sample = await sampleOf(await timedLoop(it, one.turn, keyword), settings.sliceMilliseconds);
    return async () => (await sample()) * scale;
  };
  return [{ party, ready }];
}
