/**
 * Signals by their number.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#signal | signal}.
 */
export const signalNames: readonly string[] = [
  "none",
  "hup",
  "int",
  "quit",
  "ill",
  "trap",
  "abrt",
  "bus",
  "fpe",
  "kill",
  "usr1",
  "segv",
  "usr2",
  "pipe",
  "alrm",
  "term",
  "chld",
  "cont",
  "stop",
  "tstp",
  "ttin",
  "ttou",
  "urg",
  "xcpu",
  "xfsz",
  "vtalrm",
  "prof",
  "winch",
  "poll",
  "pwr",
  "sys",
];

/** Those whose action is to be ignored or to continue, and the null signal, which only asks whether one could be sent. */
export const signalsWithoutEffect: ReadonlySet<string> = new Set(["none", "pipe", "chld", "cont", "urg", "winch"]);
