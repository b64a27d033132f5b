import { type ReplayOutcome, replayCalls } from "@polyplug/host";

/** A record in memory. */
export class Recorded {
  #text = "";
  readonly to = (line: string): void => {
    this.#text += line;
  };

  get text(): string {
    return this.#text;
  }

  /** Its lines as what they say. */
  get lines(): Record<string, unknown>[] {
    return this.#text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  }

  replay(plugin: Uint8Array): Promise<ReplayOutcome> {
    return replay(this.#text, plugin);
  }
}

export function replay(record: string, plugin: Uint8Array): Promise<ReplayOutcome> {
  return replayCalls(new TextEncoder().encode(record), plugin);
}
