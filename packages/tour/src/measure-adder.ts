import { relative } from "node:path";
import { loadPlugin, PluginError } from "@polyplug/host";
import type { GuestOutcome } from "@polyplug/toolchains";
import type { Adder } from "./adder.ts";
import type { Timing } from "./time-calls.ts";

/** What an adder is, what it answers, and what a call costs beside one without the host. */
export interface AdderFigures {
  /** In bytes. */
  readonly size: number;
  readonly imports: number;
  /** `adder(2, 4)` and `adder(1, 7)`. */
  readonly sums: readonly [number, number];
  /** Nanoseconds a call, through `plugin.exports` and `instance.exports`. */
  readonly through: number;
  readonly direct: number;
  /** It writes to stdout in each call, and that is what its time goes into. */
  readonly writes: boolean;
}

/** Why there are no figures: the adder could not be built, loaded or called. */
export interface AdderRemark {
  readonly remark: string;
  readonly failed: boolean;
  /** Too long for a row. */
  readonly details?: string;
}

/** One adder of the table. */
export interface MeasuredAdder {
  readonly guest: GuestOutcome;
  readonly outcome: AdderFigures | AdderRemark;
}

export async function measureAdder(
  guest: GuestOutcome,
  timeCalls: (timing: Timing) => Promise<number>,
): Promise<MeasuredAdder> {
  if ("cure" in guest) return { guest, outcome: { remark: guest.cure, failed: false } };
  if ("error" in guest) return { guest, outcome: { remark: "cannot be built, see above", failed: true } };
  try {
    const { path, grant } = guest;
    let writes = false;
    const stdout = () => {
      writes = true;
    };
    const plugin = await loadPlugin<Adder>(relative(process.cwd(), path), { grant: { ...grant, stdout } });
    const { size, imports, exports } = plugin.info;
    if (!exports.some(({ name }) => name === "adder")) {
      return { guest, outcome: { remark: "exports no function adder", failed: true } };
    }
    const sums = [plugin.exports.adder(2, 4), plugin.exports.adder(1, 7)] as const;
    plugin.dispose();
    // One after the other: timed at once they would slow each other down.
    const through = await timeCalls({ path, grant, through: "plugin.exports" });
    const direct = await timeCalls({ path, grant, through: "instance.exports" });
    return { guest, outcome: { size, imports: imports.length, sums, through, direct, writes } };
  } catch (error) {
    if (!PluginError.is(error)) throw error;
    const details = `${error.code}: ${error.message}`;
    return { guest, outcome: { remark: "cannot be called, see below", failed: true, details } };
  }
}
