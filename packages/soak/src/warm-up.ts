import { loadPlugin } from "@polyplug/host";

/** Plugins until no more memory is taken: about two thousand are, by the engine that this was seen with. */
const enough = 3_000;

/**
 * Loads so many plugins one after another that what an engine keeps of them is there. Code that was made from text stays in
 * its cache after the last plugin that it was for, of the newest some thousand texts.
 */
export async function warmUp(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
  for (let count = 0; count < enough && !signal?.aborted; count++) {
    const plugin = await loadPlugin(bytes, { imports: { env: { ask: () => 0 } }, limits: { time: "1min" } });
    plugin.dispose();
  }
}
