import type { PluginError } from "@polyplug/errors";
import { Misfit } from "./misfit.ts";
import { malformed, type ReadRecord } from "./read-record.ts";
import type { RecordLine } from "./record-line.ts";
import type { ReplayDifference, ReplayOutcome } from "./replay-outcome.ts";

/** What is thrown where a replay is over: through the plugin too, which is not entered again. */
export class ReplayOver extends Error {}

/** Characters of a line that a difference shows. */
const mostShown = 2_000;

/** Where a replay stands in its record, and how it ended. */
export class ReplayCursor {
  readonly #lines: ReadRecord["lines"];
  readonly #action: string;
  #at = 0;
  difference: ReplayDifference | undefined;
  end: ReplayOutcome["end"] = "complete";
  /** What makes it no replay at all: a record that is none. */
  error: PluginError | undefined;

  constructor(lines: ReadRecord["lines"], action: string) {
    this.#lines = lines;
    this.#action = action;
  }

  /** The next line; undefined at the end, and where there is no room for more. */
  peek(): RecordLine | undefined {
    return this.#lines[this.#at];
  }

  take(): void {
    this.#at++;
  }

  /** Whether nothing follows. Within a call that is where the recording process ended, or the record was full. */
  isAtEnd(isWithinCall: boolean): boolean {
    const line = this.peek();
    if (line?.kind === "truncated") this.end = "truncated";
    else if (line === undefined && isWithinCall) this.end = "cut";
    else if (line !== undefined) return false;
    return true;
  }

  /** The plugin did another thing than the next line says. */
  differs(found: object): ReplayOver {
    const wanted = shown(this.peek());
    this.difference ??= { line: this.#number, wanted, found: shown(found) };
    return new ReplayOver();
  }

  /** The next line makes no sense there. */
  refuse(reason: string): ReplayOver {
    this.error ??= malformed(this.#number, reason, this.#action);
    return new ReplayOver();
  }

  /** Does `work` with values of the next line, which may be of another form than they have to. */
  reading<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof Misfit) throw this.refuse(error.message);
      throw error;
    }
  }

  /** Whether a part of the next line is what the plugin gave. */
  isSame(wanted: unknown, found: unknown): boolean {
    return JSON.stringify(wanted) === JSON.stringify(found);
  }

  /** Lines begin with 1, and the first is the header. */
  get #number(): number {
    return this.#at + 2;
  }
}

function shown(line: object | undefined): string {
  const text = line === undefined ? "nothing more" : JSON.stringify(line);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
