import { maxRandomBytes } from "../limits.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#random_get | random_get}. */
export function randomGet({ memory, capabilities, denied }: GuestProcess, buffer: number, length: number): Errno {
  memory.check(buffer, length);
  if (capabilities.random === undefined) {
    denied.add("random");
    throw new ErrnoSignal(errno.notcapable);
  }
  if (length > maxRandomBytes) throw new ErrnoSignal(errno.inval);
  // Not straight into the guest: the platform's source refuses to write to shared memory.
  const bytes = new Uint8Array(length);
  capabilities.random.fill(bytes);
  memory.writeBytes(buffer, bytes);
  return errno.success;
}
