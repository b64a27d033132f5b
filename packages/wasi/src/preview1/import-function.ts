import { endProcess, faultOf } from "../process/wasi-process.ts";
import { TreeError } from "../tree/tree-error.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import { preview1Functions } from "./functions.ts";
import type { GuestProcess } from "./guest-process.ts";
import { type Preview1Name, parameterTypes } from "./signatures.ts";

/** A function as WebAssembly imports it. */
export type ImportFunction = (...args: unknown[]) => Errno;

/**
 * One function as a guest sees it: it returns an error number or throws the signal that ends the plugin, and nothing
 * else ever gets out of it.
 */
export function importFunction(name: Preview1Name, process: GuestProcess): ImportFunction {
  const implementation: (process: GuestProcess, ...args: never[]) => Errno = preview1Functions[name];
  const types = parameterTypes[name];
  const entry: ImportFunction = (...args) => {
    if (!process.life.alive) throw process.life.signal;
    const result = call(process, name, () => implementation(process, ...(toUnsigned(args, types) as never[])));
    // The host's own code may have called the plugin again meanwhile, and that call may have ended it.
    if (!process.life.alive) throw process.life.signal;
    return result;
  };
  Object.defineProperty(entry, "name", { value: name });
  Object.defineProperty(entry, "length", { value: implementation.length - 1 });
  return entry;
}

function call(process: GuestProcess, name: string, body: () => Errno): Errno {
  try {
    return body();
  } catch (thrown) {
    if (thrown instanceof ErrnoSignal) return thrown.errno;
    if (thrown instanceof TreeError) return errno[thrown.code];
    if (!process.life.alive) throw process.life.signal;
    throw endProcess(process, { kind: "fault", error: faultOf(process, name, thrown) });
  }
}

/** Guests know signed numbers only, and mean none: every i32 and i64 of WASI is unsigned but one, the offset of `fd_seek`. */
function toUnsigned(args: readonly unknown[], types: readonly ("i32" | "i64")[]): readonly (number | bigint)[] {
  return types.map((type, index) => {
    const value = args[index];
    if (type === "i32" && typeof value === "number") return value >>> 0;
    if (type === "i64" && typeof value === "bigint") return BigInt.asUintN(64, value);
    throw new ErrnoSignal(errno.inval);
  });
}
