/**
 * Where the record of an abort lies, or 0 as long as there is none. The host reads it after the trap: by then nothing of
 * the plugin runs any more, so nothing can be asked of it.
 *
 * Six words: the message, its length in bytes, the file, its length in bytes, line and column. Both texts are UTF-16.
 */
export let polyplug_abort: usize = 0;

/** Ends the plugin. The host throws a `PluginError` with the message, the file and the line. */
export function abort(message: string | null = null, file: string | null = null, line: u32 = 0, column: u32 = 0): void {
  const record = memory.data(24, 4);
  // A text that is not there has an address too: words that are all 0 say that nothing was aborted.
  storeText(record, message === null ? "" : message);
  storeText(record + 8, file === null ? "" : file);
  store<u32>(record, line, 16);
  store<u32>(record, column, 20);
  polyplug_abort = record;
  unreachable();
}

function storeText(at: usize, text: string): void {
  store<usize>(at, changetype<usize>(text));
  store<usize>(at, text.length << 1, 4);
}

/** What `Math.random` begins with, unless `Math.seedRandom` was called: a plugin has no randomness of its own. */
export function seed(): f64 {
  throw new Error("Math.random has no seed: call Math.seedRandom with one that the host gave");
}
