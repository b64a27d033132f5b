import type { Clock, TimeSource } from "../capabilities/clock.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";

/**
 * The clocks that there are. CPU time is none of them: it would tell a plugin how busy its host is.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#clockid | clockid}.
 */
const sources: ReadonlyMap<number, (clock: Clock) => TimeSource> = new Map([
  [0, (clock) => clock.realtime],
  [1, (clock) => clock.monotonic],
]);

export function isClock(id: number): boolean {
  return sources.has(id);
}

/** The clock with that number: E28 if there is none, E76 if no clock was granted. */
export function timeSource({ capabilities, denied }: GuestProcess, id: number): TimeSource {
  const choose = sources.get(id);
  if (choose === undefined) throw new ErrnoSignal(errno.inval);
  if (capabilities.clock === undefined) {
    denied.add("clock");
    throw new ErrnoSignal(errno.notcapable);
  }
  return choose(capabilities.clock);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#clock_res_get | clock_res_get}. */
export function clockResGet(process: GuestProcess, id: number, resolutionAt: number): Errno {
  process.memory.check(resolutionAt, 8);
  process.memory.writeU64(resolutionAt, timeSource(process, id).resolution);
  return errno.success;
}

/**
 * The precision that the guest would be content with is not looked at: reading a clock costs the same for each.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#clock_time_get | clock_time_get}.
 */
export function clockTimeGet(process: GuestProcess, id: number, _precision: bigint, timeAt: number): Errno {
  process.memory.check(timeAt, 8);
  process.memory.writeU64(timeAt, timeSource(process, id).now());
  return errno.success;
}
