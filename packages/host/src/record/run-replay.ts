import { instantiatingNow } from "../instantiating.ts";
import { linkInstance } from "../link-instance.ts";
import { sha256 } from "../platform/node.ts";
import { preparePlugin } from "../prepare-plugin.ts";
import { nameSource } from "../source/name-source.ts";
import type { PluginSource } from "../source/plugin-source.ts";
import { readSource } from "../source/read-source.ts";
import { readRecord } from "./read-record.ts";
import { Replay, ReplayBoundary, type ReplayInstance } from "./replay.ts";
import { ReplayCursor, ReplayOver } from "./replay-cursor.ts";
import type { ReplayOutcome } from "./replay-outcome.ts";

/** See `replayCalls`, which loads this. */
export async function runReplay(record: PluginSource, source: PluginSource): Promise<ReplayOutcome> {
  const action = `replay ${nameSource(record, "replay").shown}`;
  const bytes = await readSource(record, action);
  const { header, lines } = readRecord(bytes, action);
  const { contract, limits, plugin, hash } = header;
  const prepared = await preparePlugin(source, {
    name: plugin,
    ...(contract !== undefined && { contract: { binary: contract } }),
    ...(limits !== undefined && { limits }),
  });
  const cursor = new ReplayCursor(lines, action);
  let spare: ReplayInstance | undefined;
  const replay: Replay = new Replay(cursor, bytes.length, () => {
    const made = spare;
    spare = undefined;
    return made;
  });
  const link = async (): Promise<ReplayInstance> => {
    const boundary = new ReplayBoundary(replay);
    const instance = await linkInstance<object>(prepared, boundary);
    return { boundary, instantiate: () => instantiatingNow(instance()) };
  };
  try {
    while (!cursor.isAtEnd(false)) {
      const line = cursor.peek();
      spare ??= await link();
      if (line === undefined || !replay.hostDoes(line)) throw cursor.refuse("nothing that the host did leads to it");
    }
  } catch (error) {
    if (!(error instanceof ReplayOver)) throw error;
  } finally {
    replay.dispose();
  }
  if (cursor.error !== undefined) throw cursor.error;
  return {
    matches: cursor.difference === undefined,
    plugin,
    sameBytes: sha256(prepared.decoded.bytes) === hash,
    calls: replay.calls,
    imports: replay.imports,
    end: cursor.end,
    fault: replay.fault,
    difference: cursor.difference,
  };
}
