import type { PluginSource } from "../source/plugin-source.ts";
import type { ReplayOutcome } from "./replay-outcome.ts";

/**
 * Runs a record of calls again: loads the plugin with the contract and the limits of the record, makes the same calls,
 * and answers whatever the plugin asks of its host or of WASI from the record, so that nothing has to be granted. Says
 * where the plugin first does another thing than the record says; a plugin with other bytes than were recorded is taken
 * as well.
 *
 * Throws what `loadPlugin` throws, but for faults of the plugin, which are compared; `malformed` with the line for what
 * is no record; `unreadable`. A record of a thread or process has its time as a limit, one second where nobody said
 * otherwise, and is replayed where that can be held inline: on Node.js 22 and newer.
 */
export async function replayCalls(record: PluginSource, source: PluginSource): Promise<ReplayOutcome> {
  const { runReplay } = await import("./run-replay.ts");
  return await runReplay(record, source);
}
