import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestMemory } from "./guest-memory.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#eventtype | eventtype}. */
export const eventtype = { clock: 0, fdRead: 1, fdWrite: 2 } as const;

export interface ClockSubscription {
  readonly type: 0;
  readonly userdata: bigint;
  readonly clock: number;
  /** Nanoseconds: an instant of that clock if absolute, or from now on. */
  readonly timeout: bigint;
  readonly flags: number;
}

export interface StreamSubscription {
  readonly type: 1 | 2;
  readonly userdata: bigint;
  readonly fd: number;
}

export type Subscription = ClockSubscription | StreamSubscription;

export const subscriptionSize = 48;

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#subscription | subscription}. */
export function readSubscription(memory: GuestMemory, at: number): Subscription {
  const userdata = memory.readU64(at);
  const type = memory.readU8(at + 8);
  switch (type) {
    case eventtype.clock:
      return {
        type,
        userdata,
        clock: memory.readU32(at + 16),
        timeout: memory.readU64(at + 24),
        flags: memory.readU16(at + 40),
      };
    case eventtype.fdRead:
    case eventtype.fdWrite:
      return { type, userdata, fd: memory.readU32(at + 16) };
    default:
      throw new ErrnoSignal(errno.inval);
  }
}
