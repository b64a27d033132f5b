import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Entry } from "./plan-matrix.ts";
import type { Played } from "./play-entry.ts";
import type { Answered } from "./player-message.ts";

const program = fileURLToPath(new URL("player.ts", import.meta.url));

interface Player {
  readonly process: ChildProcess;
  /** What it has been asked and has not answered, in order. */
  readonly asked: Map<number, { readonly entry: Entry; readonly resolve: (played: Played) => void }>;
}

/**
 * Processes that play entries with Polyplug as it is built and not from its sources, from which a thread or a process with
 * a plugin takes three times as long to start.
 */
export class Players {
  readonly #players: readonly Player[];
  #count = 0;

  constructor(count: number) {
    this.#players = Array.from({ length: count }, () => this.#start());
  }

  /** Has the one that has least to do play an entry. */
  play(entry: Entry): Promise<Played> {
    const [idlest] = [...this.#players].sort((one, other) => one.asked.size - other.asked.size);
    const id = this.#count++;
    return new Promise((resolve) => {
      idlest?.asked.set(id, { entry, resolve });
      idlest?.process.send({ id, ...entry });
    });
  }

  end(): void {
    for (const { process } of this.#players) process.disconnect();
  }

  #start(): Player {
    // Whatever tests run by, this one needs nothing for.
    const child = fork(program, { execArgv: [], serialization: "advanced" });
    const player: Player = { process: child, asked: new Map() };
    child.on("message", ({ id, ...answer }: Answered) => {
      const waiting = player.asked.get(id);
      player.asked.delete(id);
      waiting?.resolve({ entry: waiting.entry, ...answer });
    });
    return player;
  }
}
