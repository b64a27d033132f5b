import { PluginError } from "@polyplug/errors";
import { meterPage } from "@polyplug/metering";
import { bell, calls, callWords, depth, mostCalls, overdue, top, watch } from "./board.ts";
import type { FuelMeter } from "./fuel-meter.ts";
import { newPage, type WatchedPage, wakeWatchdog, watchdogHere } from "./watchdog.ts";

/** A call's number takes 24 bits of a word, and comes round. */
const numberStep = 0x100;
/** What the page has while no call runs: what is metered traps at once. */
export const noFuel = -1n;

/** The calls of this thread that run under limits, for the watchdog to end those whose time is up. */
export class MeterBoard {
  /** The page that metered modules look at. */
  readonly memory: WebAssembly.Memory;
  /** Where the calls stand, as `board.ts` has it. */
  readonly words: Int32Array;
  /** One byte: not 0 where a memory was not grown since it was made so. */
  readonly refused: Uint8Array;
  /** One number: the fuel that is left to what runs. */
  readonly fuel: BigInt64Array;
  /** What wakes the watchdog, once there is one. */
  #bell: Int32Array | undefined;
  #number = 0;
  #instances = 0;
  /** Whose fuel the page has: of those that run within each other, the innermost whose fuel is counted. */
  fueled: FuelMeter | undefined;

  constructor(page?: WatchedPage) {
    this.memory = page?.memory ?? newPage();
    const { buffer } = this.memory;
    this.words = new Int32Array(buffer);
    this.refused = new Uint8Array(buffer, meterPage.refused, 1);
    this.fuel = new BigInt64Array(buffer, meterPage.fuel, 1);
    this.#bell = page && new Int32Array(page.bell);
    // Nothing of a guest runs outside of a call, whatever an engine thinks of when to resume one.
    this.words[top] = overdue;
    this.fuel[0] = noFuel;
  }

  /** A number that tells an instance from all others of the thread, whose calls are watched from now on. */
  newInstance(): number {
    if (this.#bell === undefined) {
      const watchdog = watchdogHere();
      watchdog.watch(this.memory);
      this.#bell = new Int32Array(watchdog.bell);
    }
    return ++this.#instances;
  }

  /**
   * A call of `instance` begins, within those that run. Gives what was on {@link top}; the call is over when that, and the
   * {@link depth} that there was, are back.
   */
  enter(instance: number, milliseconds: number): number {
    const { words } = this;
    const position = words[depth] ?? 0;
    if (position >= mostCalls) throw tooDeep();
    this.#number = (this.#number + numberStep) | 0 || numberStep;
    const at = calls + position * callWords;
    words[at] = this.#number;
    words[at + 1] = instance;
    words[at + 2] = milliseconds;
    words[at + 3] = 0;
    const outer = Atomics.exchange(words, top, this.#number);
    Atomics.store(words, depth, position + 1);
    if (this.#bell !== undefined && Atomics.load(this.#bell, bell.watch) !== watch.awake) this.#wake(this.#bell, at);
    return outer;
  }

  /** Whether the time of the innermost call is up. */
  get isOverdue(): boolean {
    return this.words[depth] !== 0 && (Atomics.load(this.words, top) & overdue) !== 0;
  }

  /** Has the watchdog see the call at this place, or know when it began. */
  #wake(words: Int32Array, at: number): void {
    if (Atomics.load(words, bell.watch) === watch.absent) this.words[at + 3] = Date.now();
    wakeWatchdog(words);
  }
}

function tooDeep(): PluginError {
  const reason = `${mostCalls} calls with a time limit run within each other`;
  return new PluginError({ code: "unsupported", action: "call a plugin", reason });
}

let board: MeterBoard | undefined;

/** Has the board of this thread be in a page that is watched already. */
export function useBoardIn(page: WatchedPage): void {
  board = new MeterBoard(page);
}

/** The board of this thread. It is there once somebody asks for a limit of calls, its watchdog with the first of time. */
export function meterBoard(): MeterBoard {
  board ??= new MeterBoard();
  return board;
}
