import { allFunctions } from "../guests/all-functions.ts";
import { assemble, type Guest, putIovec, startGuest } from "../guests/start-guest.ts";
import type { Face, FacePlugin } from "./face.ts";

const module = await assemble(allFunctions.replace('(memory (export "memory") 1 4)', '(memory (export "memory") 64)'));
const [result, list, buffer] = [0x400, 0x500, 0x10000];

export const preview1Face: Face = { name: "preview1", start: async (grant) => plugin(await startGuest(module, grant)) };

function plugin(guest: Guest): FacePlugin {
  const call = (name: string, ...args: (number | bigint)[]): void => {
    const errno = guest.call(name, ...args);
    if (errno !== 0) throw new Error(`${name} answered ${errno}`);
  };
  const u64 = (name: string, ...args: (number | bigint)[]): bigint => {
    call(name, ...args, result);
    return guest.view().getBigUint64(result, true);
  };
  const texts = (name: "args" | "environ"): string[] => {
    call(`${name}_sizes_get`, result, result + 4);
    call(`${name}_get`, list, buffer);
    const text = guest.text(buffer, guest.view().getUint32(result + 4, true));
    return text.split("\0").slice(0, -1);
  };
  const poll = (timeout: bigint, flags: number): void => {
    guest.bytes().fill(0, list, list + 48);
    guest.view().setUint32(list + 16, 1, true);
    guest.view().setBigUint64(list + 24, timeout, true);
    guest.view().setUint16(list + 40, flags, true);
    call("poll_oneoff", list, buffer, 1, result);
    const errno = guest.view().getUint16(buffer + 8, true);
    if (errno !== 0) throw new Error(`the event says ${errno}`);
  };
  const fd = { stdout: 1, stderr: 2 };
  return {
    wasi: guest.wasi,
    args: () => texts("args"),
    env: () => texts("environ"),
    write: (output, text) => {
      const bytes = new TextEncoder().encode(text);
      guest.bytes().set(bytes, buffer);
      putIovec(guest, list, buffer, bytes.length);
      call("fd_write", fd[output], list, 1, result);
    },
    isTerminal: (output) => {
      call("fd_fdstat_get", fd[output], result);
      return guest.view().getUint8(result) === 2;
    },
    read: (maxBytes) => {
      putIovec(guest, list, buffer, maxBytes);
      call("fd_read", 0, list, 1, result);
      const length = guest.view().getUint32(result, true);
      return length === 0 && maxBytes > 0 ? undefined : guest.text(buffer, length);
    },
    wallTime: () => u64("clock_time_get", 0, 0n),
    wallResolution: () => u64("clock_res_get", 0),
    monotonicTime: () => u64("clock_time_get", 1, 0n),
    monotonicResolution: () => u64("clock_res_get", 1),
    random: (length) => {
      call("random_get", buffer, length);
      return guest.bytes().slice(buffer, buffer + length);
    },
    sleep: (nanoseconds) => poll(nanoseconds, 0),
    sleepUntil: (instant) => poll(instant, 1),
    exit: (code) => void guest.call("proc_exit", code),
  };
}
