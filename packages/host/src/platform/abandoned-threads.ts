let abandoned = 0;

/** A thread was to end and has not. */
export function abandonThread(): void {
  abandoned++;
}

/**
 * How many threads of plugins were to end and had not after a second. They may run until the process ends, for an engine
 * looks for interrupts at loop heads and function entries alone. Limits end nearly all that does neither, so this is a
 * number to be watched and not to be expected.
 */
export function abandonedThreads(): number {
  return abandoned;
}
