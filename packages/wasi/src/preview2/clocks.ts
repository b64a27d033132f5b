import { u64 } from "./argument.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import { Pollable } from "./pollable.ts";
import type { Preview2Process } from "./preview2-process.ts";

const second = 1_000_000_000n;

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/clocks/wit/wall-clock.wit | wasi:clocks/wall-clock}. */
export function wallClock(process: Preview2Process): InterfaceMembers {
  const datetime = (time: bigint) => ({ seconds: time / second, nanoseconds: Number(time % second) });
  return {
    now: () => datetime(process.granted("clock").realtime.now()),
    resolution: () => datetime(process.granted("clock").realtime.resolution),
  };
}

/**
 * There is no time zone to tell: all is UTC.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/clocks/wit/timezone.wit | wasi:clocks/timezone}.
 */
export function timezone(): InterfaceMembers {
  return { display: () => ({ utcOffset: 0, name: "UTC", inDaylightSavingTime: false }), utcOffset: () => 0 };
}

/**
 * A wait from now on needs no clock, only the grant to sleep; one until an instant tells the time and needs both.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/clocks/wit/monotonic-clock.wit | wasi:clocks/monotonic-clock}.
 */
export function monotonicClock(process: Preview2Process): InterfaceMembers {
  return {
    now: () => process.granted("clock").monotonic.now(),
    resolution: () => process.granted("clock").monotonic.resolution,
    subscribeInstant: (when: bigint) => {
      process.granted("clock");
      return new Pollable(process, u64(when));
    },
    subscribeDuration: (when: bigint) => new Pollable(process, process.now + u64(when)),
  };
}
