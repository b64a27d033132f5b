import type { Errno } from "./errno.ts";
import type { GuestMemory } from "./guest-memory.ts";

export interface PollEvent {
  readonly userdata: bigint;
  readonly errno: Errno;
  readonly type: number;
  /** Bytes that can be read or written; zero with a clock. */
  readonly bytes: number;
  /** Whether the other side is gone, so that a read finds the end. */
  readonly hangup: boolean;
}

export const eventSize = 32;

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#event | event}. */
export function writeEvent(memory: GuestMemory, at: number, event: PollEvent): void {
  memory.clear(at, eventSize);
  memory.writeU64(at, event.userdata);
  memory.writeU16(at + 8, event.errno);
  memory.writeU8(at + 10, event.type);
  memory.writeU64(at + 16, BigInt(event.bytes));
  memory.writeU16(at + 24, event.hangup ? 1 : 0);
}
