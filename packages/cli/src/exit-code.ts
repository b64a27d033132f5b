import type { PluginErrorCode } from "@polyplug/errors";

/** The statuses that the program itself ends with. `polyplug run` gives the guest's own besides. */
export const exitCode = {
  done: 0,
  failed: 1,
  misused: 2,
  unloadable: 3,
  broken: 70,
  interrupted: 130,
  crashed: 134,
  unread: 141,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** What each status says, in the order of {@link exitCode}. */
export const exitCodeMeanings: Readonly<Record<keyof typeof exitCode, string>> = {
  done: "all went well",
  failed:
    "it failed: a call that trapped, met a limit, exited or gave an err; a build, a test; a check of what does not fit",
  misused: "the command line is wrong: a flag, an argument, or an export that the plugin does not have",
  unloadable:
    "the plugin cannot be loaded: unreadable, not wasm, malformed, unsupported, another hash, imports missing",
  broken: "a fault of polyplug's own",
  interrupted: "Ctrl-C (the process ends by SIGINT)",
  crashed: "`run` only: the plugin trapped or met a limit, so that 1 is always its own",
  unread: "whoever read the output went away, as `head` does",
};

const byErrorCode: Readonly<Record<PluginErrorCode, ExitCode>> = {
  unreadable: exitCode.unloadable,
  "not-wasm": exitCode.unloadable,
  malformed: exitCode.unloadable,
  unsupported: exitCode.unloadable,
  integrity: exitCode.unloadable,
  "missing-import": exitCode.unloadable,
  "contract-mismatch": exitCode.unloadable,
  "not-granted": exitCode.failed,
  "bad-argument": exitCode.misused,
  "bad-result": exitCode.failed,
  trap: exitCode.failed,
  "time-limit": exitCode.failed,
  "memory-limit": exitCode.failed,
  "output-limit": exitCode.failed,
  exited: exitCode.failed,
  poisoned: exitCode.failed,
  disposed: exitCode.failed,
  aborted: exitCode.failed,
  overloaded: exitCode.failed,
};

export function exitCodeOf(code: PluginErrorCode): ExitCode {
  return byErrorCode[code];
}

/** A guest may exit with any 32-bit status, of which a process keeps eight bits: 256 must not come out as success. */
export function guestExitCode(status: number): number {
  return Math.min(status >>> 0, 255);
}
