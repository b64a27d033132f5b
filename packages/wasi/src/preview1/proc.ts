import { PluginError } from "@polyplug/errors";
import { endProcess } from "../process/wasi-process.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { signalNames, signalsWithoutEffect } from "./signal.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#proc_exit | proc_exit}. */
export function procExit(process: GuestProcess, code: number): never {
  throw endProcess(process, { kind: "exit", code });
}

/**
 * Ends the plugin, and only that, unless the signal is one that a process ignores. Stopping is ending too: there is
 * nobody who could let it go on.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#proc_raise | proc_raise}.
 */
export function procRaise(process: GuestProcess, signal: number): Errno {
  const name = signalNames[signal];
  if (name === undefined) throw new ErrnoSignal(errno.inval);
  if (signalsWithoutEffect.has(name)) return errno.success;
  const plugin = process.name;
  const reason = `it raised the signal ${signal} (${name})`;
  const error = new PluginError({ code: "trap", action: `run ${plugin}`, reason, plugin });
  throw endProcess(process, { kind: "fault", error });
}

/**
 * There is no other thread to yield to that the host knows of.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#sched_yield | sched_yield}.
 */
export function schedYield(_process: GuestProcess): Errno {
  return errno.success;
}
