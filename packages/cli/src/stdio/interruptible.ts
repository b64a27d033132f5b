const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What work is told of interruptions. */
export interface Interruption {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** For what may hold the thread, as a plugin's code does: no handler has its turn then, and a signal ends the process at once. */
  blocking<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Runs what leaves the thread free, such as a compiler of its own process group, and has it end on Ctrl-C: what it started
 * is ended and what it began to write is removed, then the process ends by the signal. A second one ends it at once.
 */
export async function interruptible<T>(work: (interruption: Interruption) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let caught: NodeJS.Signals | undefined;
  const interrupt = (signal: NodeJS.Signals): void => {
    caught = signal;
    forget();
    controller.abort();
  };
  const listen = (): void => {
    if (caught === undefined) for (const signal of signals) process.on(signal, interrupt);
  };
  const forget = (): void => {
    for (const signal of signals) process.removeListener(signal, interrupt);
  };
  listen();
  try {
    return await work({
      signal: controller.signal,
      async blocking(held) {
        forget();
        try {
          return await held();
        } finally {
          listen();
        }
      },
    });
  } finally {
    forget();
    if (caught !== undefined) await endBy(caught);
  }
}

/** The default handling is back, so that a shell sees how the process ended. */
async function endBy(signal: NodeJS.Signals): Promise<void> {
  process.kill(process.pid, signal);
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
