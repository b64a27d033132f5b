import { PluginError } from "@polyplug/errors";
import type { PluginEvent } from "./plugin-event.ts";

/** Events to be gone through with `for await`, by one reader, as they come. */
export interface PluginEvents extends AsyncIterable<PluginEvent, undefined>, Disposable {
  /** Takes an event: the `onEvent` of one plugin or of several. It may be taken apart from this object. */
  readonly push: (event: PluginEvent) => void;
  /** How many events were given up, the oldest first, because nobody had read them when the buffer was full. */
  readonly dropped: number;
  /** Ends the stream: what is in the buffer is still read, and nothing more comes. Doing so again does nothing. */
  close(): void;
}

/** How many events wait for their reader. */
export interface PluginEventsOptions {
  /** The most events that wait, 1 or more. Default: 1,000. */
  readonly buffer?: number | undefined;
}

/**
 * A stream of what happens to plugins: `const events = pluginEvents()` is told by `loadPlugin(source, { onEvent:
 * events.push })`, and read by `for await (const event of events)`. It keeps what is not read yet, up to a bound, and
 * counts what it had to drop beyond. It keeps no process alive.
 *
 * Throws `bad-argument` for a buffer that is no whole number of at least 1.
 */
export function pluginEvents({ buffer = 1_000 }: PluginEventsOptions = {}): PluginEvents {
  if (!Number.isInteger(buffer) || buffer < 1) {
    const reason = `buffer must be a whole number of at least 1, not ${String(buffer)}`;
    throw new PluginError({ code: "bad-argument", action: "buffer events", reason, path: "buffer" });
  }
  return new EventBuffer(buffer);
}

type Read = IteratorResult<PluginEvent, undefined>;

class EventBuffer implements PluginEvents, AsyncIterator<PluginEvent, undefined> {
  readonly push: (event: PluginEvent) => void;
  readonly #size: number;
  /** A ring: the oldest of `#count` events is at `#first`. */
  readonly #ring: (PluginEvent | undefined)[] = [];
  #first = 0;
  #count = 0;
  #dropped = 0;
  #isClosed = false;
  readonly #waiting: ((read: Read) => void)[] = [];

  constructor(size: number) {
    this.#size = size;
    this.push = (event) => this.#take(event);
  }

  get dropped(): number {
    return this.#dropped;
  }

  next(): Promise<Read> {
    const value = this.#shift();
    if (value !== undefined) return Promise.resolve({ value, done: false });
    if (this.#isClosed) return Promise.resolve(end);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Whoever leaves the loop wants no more. */
  return(): Promise<Read> {
    this.close();
    this.#count = 0;
    this.#ring.length = 0;
    return Promise.resolve(end);
  }

  close(): void {
    this.#isClosed = true;
    for (const resolve of this.#waiting.splice(0)) resolve(end);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #take(event: PluginEvent): void {
    if (this.#isClosed) return;
    const reader = this.#waiting.shift();
    if (reader === undefined) this.#keep(event);
    else reader({ value: event, done: false });
  }

  #keep(event: PluginEvent): void {
    if (this.#count === this.#size) {
      this.#shift();
      this.#dropped++;
    }
    this.#ring[(this.#first + this.#count) % this.#size] = event;
    this.#count++;
  }

  #shift(): PluginEvent | undefined {
    if (this.#count === 0) return undefined;
    const oldest = this.#ring[this.#first];
    this.#ring[this.#first] = undefined;
    this.#first = (this.#first + 1) % this.#size;
    this.#count--;
    return oldest;
  }
}

const end: Read = { value: undefined, done: true };
