// The program of a player: plays what it is asked to, one entry after another, with Polyplug as it is built.
import { playEntry } from "./play-entry.ts";
import type { Answered, Asked } from "./player-message.ts";

process.on("message", async (asked: Asked) => {
  const { result, judgement, error } = await playEntry(asked);
  const answered: Answered = { id: asked.id, result, judgement, error };
  process.send?.(answered);
});
