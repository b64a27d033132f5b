import { type LoadOptions, loadPlugin, PluginError } from "@polyplug/host";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";

const spinner = Uint8Array.from([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 0x73, 0x70, 0x69, 0x6e, 0, 0, 10, 9, 1,
  7, 0, 3, 0x40, 0x0c, 0, 0x0b, 0x0b,
]);

/** Milliseconds that a call may take. */
const limit = 20;

/** How much later than its limit an endless loop ends, in this thread and in one of its own. */
export async function lateness(settings: Settings): Promise<Row[]> {
  const rows: Row[] = [];
  for (const isolation of ["inline", "worker"] as const) {
    const late = await kills(isolation, settings);
    const subject = (percentile: number, target?: number): Row =>
      rowOf(
        {
          case: `an endless loop ends later than its limit, ${isolation}, ${percentile}th percentile of ${late.length}`,
          unit: "ms",
          against: "the limit",
          measure: "amount",
          ...(target === undefined ? {} : { target }),
        },
        new Map([["ours", late[Math.ceil((late.length * percentile) / 100) - 1] ?? Number.NaN]]),
      );
    rows.push(subject(50), subject(99, 5));
  }
  return rows;
}

/** By how many milliseconds each of as many endless loops was late, the least first. Each has a plugin of its own. */
async function kills(isolation: "inline" | "worker", { rounds, blocks }: Settings): Promise<readonly number[]> {
  const options = { isolation, limits: { time: `${limit}ms` } } as LoadOptions & { isolation: "worker" };
  const late: number[] = [];
  const count = Math.min(200, rounds * blocks * 6);
  for (let run = 0; run < count; run++) {
    const plugin = await loadPlugin<{ spin(): void }>(spinner, options);
    const start = performance.now();
    try {
      await plugin.exports.spin();
    } catch (error) {
      if (!PluginError.is(error) || error.code !== "time-limit") throw error;
    }
    late.push(performance.now() - start - limit);
    plugin.dispose();
  }
  return late.sort((left, right) => left - right);
}
