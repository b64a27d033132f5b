/** Has an error go where errors go that nobody catches: it is neither the plugin's nor its caller's. */
export function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
