import { maxRandomBytes } from "../limits.ts";
import { type Errno, errno } from "./errno.ts";
import type { GuestProcess } from "./guest-process.ts";
import { Refusal } from "./refusal.ts";

/** https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#random_get */
export function randomGet({ memory, capabilities, denied }: GuestProcess, buffer: number, length: number): Errno {
  memory.check(buffer, length);
  if (capabilities.random === undefined) {
    denied.add("random");
    throw new Refusal(errno.notcapable);
  }
  if (length > maxRandomBytes) throw new Refusal(errno.inval);
  // Not straight into the guest: the platform's source refuses to write to shared memory.
  const bytes = new Uint8Array(length);
  capabilities.random.fill(bytes);
  memory.writeBytes(buffer, bytes);
  return errno.success;
}
