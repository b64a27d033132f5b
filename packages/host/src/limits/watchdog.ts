import { noRoomForMemory, PluginError } from "@polyplug/errors";
import { startThread } from "../platform/node.ts";
import { engineMessage } from "../trap/engine-message.ts";
import { bell, calls, generation, overdue, top, watch } from "./board.ts";
import { watchdogProgram } from "./watchdog-program.ts";

/** A page for metered code, and what wakes the watchdog that looks at it. */
export interface WatchedPage {
  readonly memory: WebAssembly.Memory;
  readonly bell: SharedArrayBuffer;
}

/** The page that metered modules look at. Throws `memory-limit` where the engine makes no memory any more. */
export function newPage(): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  } catch (cause) {
    const reason = noRoomForMemory(engineMessage(cause));
    throw new PluginError({ code: "memory-limit", action: "hold a plugin to limits", reason, cause });
  }
}

/** Wakes the watchdog, if it is there and sleeps. */
export function wakeWatchdog(words: Int32Array): void {
  if (Atomics.compareExchange(words, bell.watch, watch.asleep, watch.awake) === watch.asleep) {
    Atomics.notify(words, bell.watch);
  }
}

/**
 * The thread that ends calls whose time is up: one for all threads that are started from this one, since a thread takes
 * longer to be there than a plugin does, and megabytes.
 */
export class Watchdog {
  readonly bell: SharedArrayBuffer = new SharedArrayBuffer(16);
  readonly #words = new Int32Array(this.bell);
  #give: ((message: unknown) => void) | undefined;
  readonly #watched = new Set<WebAssembly.Memory>();
  /** Pages of threads that have ended. They are watched for good, and serve those that come after. */
  readonly #spare: WebAssembly.Memory[] = [];

  /** Has the calls watched whose board is in this page. */
  watch(page: WebAssembly.Memory): void {
    if (this.#watched.has(page)) return;
    this.#watched.add(page);
    this.#give ??= startThread(watchdogProgram, this.bell);
    this.#give(page.buffer);
    Atomics.add(this.#words, bell.boards, 1);
    wakeWatchdog(this.#words);
  }

  /** A page for another thread, which is watched once {@link watch} is told to. */
  lend(): WatchedPage {
    return { memory: this.#spare.pop() ?? newPage(), bell: this.bell };
  }

  /** Ends what runs in a thread that is to be no more, where that looks at its page. Calls that it begins later are not ended. */
  expire({ memory }: WatchedPage): void {
    Atomics.or(new Int32Array(memory.buffer), top, overdue);
  }

  /** Takes a page back when its thread is no more. */
  takeBack({ memory }: WatchedPage): void {
    const words = new Int32Array(memory.buffer);
    const next = (words[generation] ?? 0) + 1;
    words.fill(0, 0, calls);
    words[generation] = next;
    this.#spare.push(memory);
  }
}

let watchdog: Watchdog | undefined;

/** The watchdog of the threads that are started from this one, and of this one itself. It has a thread once it watches. */
export function watchdogHere(): Watchdog {
  watchdog ??= new Watchdog();
  return watchdog;
}
