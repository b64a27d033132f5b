import { PluginError } from "@polyplug/errors";
import { startThread } from "../platform/node.ts";
import { asleep, calls, callWords, depth, mostCalls, top } from "./board.ts";
import { watchdogProgram } from "./watchdog-program.ts";

/** A call's number takes 24 bits of a word, and comes round. */
const numberStep = 0x100;
const overdue = 1;

/** The calls of this thread that run under a time limit, and the watchdog that ends them. */
export class TimeBoard {
  /** The memory that metered modules check. */
  readonly memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  readonly #words = new Int32Array(this.memory.buffer);
  #number = 0;
  #instances = 0;

  constructor() {
    startThread(watchdogProgram, this.memory.buffer);
  }

  /** A number that tells an instance from all others of the thread. */
  newInstance(): number {
    return ++this.#instances;
  }

  /** A call of `instance` begins, within those that run. Gives what {@link leave} takes. */
  enter(instance: number, milliseconds: number): number {
    const words = this.#words;
    const position = words[depth] ?? 0;
    if (position >= mostCalls) throw tooDeep();
    this.#number = (this.#number + numberStep) | 0 || numberStep;
    const at = calls + position * callWords;
    words[at] = this.#number;
    words[at + 1] = instance;
    words[at + 2] = milliseconds;
    const outer = Atomics.exchange(words, top, this.#number);
    Atomics.store(words, depth, position + 1);
    if (Atomics.load(words, asleep) === 1) this.#wake();
    return outer;
  }

  /** The innermost call ends, and the one around it goes on, over its time or not as it was. */
  leave(outer: number): void {
    const words = this.#words;
    Atomics.store(words, depth, (words[depth] ?? 0) - 1);
    Atomics.store(words, top, outer);
  }

  /** Whether the time of the innermost call is up. */
  get isOverdue(): boolean {
    return (Atomics.load(this.#words, top) & overdue) !== 0;
  }

  #wake(): void {
    Atomics.store(this.#words, asleep, 0);
    Atomics.notify(this.#words, asleep);
  }
}

function tooDeep(): PluginError {
  const reason = `${mostCalls} calls with a time limit run within each other`;
  return new PluginError({ code: "unsupported", action: "call a plugin", reason });
}

let board: TimeBoard | undefined;

/** The board of this thread. It and its watchdog are there once somebody asks for a time limit. */
export function timeBoard(): TimeBoard {
  board ??= new TimeBoard();
  return board;
}
