const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs what leaves the thread free, such as a compiler of its own process group, and has it end on Ctrl-C: what it started
 * is ended and what it began to write is removed, then the process ends by the signal. A second one ends it at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  let caught: NodeJS.Signals | undefined;
  const interrupt = (signal: NodeJS.Signals): void => {
    caught = signal;
    forget();
    interruption.abort();
  };
  const forget = (): void => {
    for (const signal of signals) process.removeListener(signal, interrupt);
  };
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await work(interruption.signal);
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
