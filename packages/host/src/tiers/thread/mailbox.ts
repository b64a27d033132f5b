import { Area, areaBytes, bodyStart, firstAreaBytes } from "../wire/area.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import { type Line, type Message, type Said, said } from "../wire/message.ts";
import { Patience } from "./patience.ts";

/** Words of the memory in which two threads agree whose turn it is. */
const words = {
  turn: 0,
  /** Whether the guest's thread sleeps, and has to be woken. */
  guestSleeps: 1,
  hostSleeps: 2,
  kind: 3,
  index: 4,
  /** Where the body ends in the area. */
  end: 5,
  /** How often the area was replaced by a larger one. */
  generation: 6,
  /** Microseconds that the guest thought before it said something. */
  thought: 7,
} as const;

const turn = { host: 0, guest: 1 } as const;

/** Where what is no message is handed over, a larger area for one, for the other thread to take from its end. */
export interface Port {
  give(value: unknown): void;
  take(): unknown;
}

/** What both threads are given. */
export interface MailboxMemory {
  readonly words: SharedArrayBuffer;
  readonly area: SharedArrayBuffer;
}

/** The guest has the first turn: it says that it is there. */
export function newMailbox(): MailboxMemory {
  const memory = { words: new SharedArrayBuffer(64), area: new SharedArrayBuffer(firstAreaBytes) };
  Atomics.store(new Int32Array(memory.words), words.turn, turn.guest);
  return memory;
}

/** Milliseconds for which a thread looks again and again whether it is its turn, before it sleeps. */
const guestPatience = 0.05;
const hostPatience = 0.03;

/** Microseconds of thought up to which the host waits for the guest to say the next thing, for to sleep takes as long. */
const quickThought = 20;

/** Looks at the turn between two looks at the clock. */
const looks = 64;

/** What both ends of a mailbox do in the same way. */
class MailboxEnd implements Line {
  area: Area;
  protected readonly words: Int32Array;
  protected readonly port: Port;
  readonly #patience = new Patience();
  #generation = 0;

  constructor(memory: MailboxMemory, port: Port) {
    this.words = new Int32Array(memory.words);
    this.area = new Area(memory.area);
    this.port = port;
  }

  grow(bytes: number): void {
    const area = new SharedArrayBuffer(areaBytes(bytes));
    this.port.give(area);
    this.area = new Area(area);
    this.words[words.generation] = ++this.#generation;
  }

  /** Writes down what is said. Whose turn it is then is for the ends to say, last of all. */
  say(kind: Said, index: number): void {
    this.words[words.kind] = kind;
    this.words[words.index] = index;
    this.words[words.end] = this.area.top;
  }

  protected read(): Message {
    while (this.#generation !== this.words[words.generation]) {
      const area = this.port.take();
      if (!(area instanceof SharedArrayBuffer)) throw new TypeError("it is no memory that was handed over");
      this.area = new Area(area);
      this.#generation++;
    }
    this.area.top = this.words[words.end] ?? bodyStart;
    return { kind: this.words[words.kind] ?? 0, index: this.words[words.index] ?? 0 };
  }

  /** Whether it becomes this one's turn while it stays awake for so many milliseconds, if it does. */
  protected awaits(mine: number, milliseconds: number): boolean {
    if (Atomics.load(this.words, words.turn) === mine) return true;
    if (!this.#patience.isWorthwhile) return false;
    const until = performance.now() + milliseconds;
    do {
      for (let look = 0; look < looks; look++) {
        if (Atomics.load(this.words, words.turn) !== mine) continue;
        this.#patience.learn("came");
        return true;
      }
    } while (performance.now() < until);
    this.#patience.learn("did not come");
    return false;
  }
}

/** The guest's end, which blocks its thread while it waits. */
export class GuestMailbox extends MailboxEnd {
  #heardAt = 0;

  override say(kind: Said, index: number): void {
    super.say(kind, index);
    this.words[words.thought] = Math.min((performance.now() - this.#heardAt) * 1_000, 2 ** 31 - 1);
    Atomics.store(this.words, words.turn, turn.host);
    if (Atomics.load(this.words, words.hostSleeps) === 1) Atomics.notify(this.words, words.turn);
  }

  /** What the host says next, however long that takes. */
  hear(): Message {
    if (!this.awaits(turn.guest, guestPatience)) {
      Atomics.store(this.words, words.guestSleeps, 1);
      while (Atomics.load(this.words, words.turn) !== turn.guest) Atomics.wait(this.words, words.turn, turn.host);
      Atomics.store(this.words, words.guestSleeps, 0);
    }
    this.#heardAt = performance.now();
    return this.read();
  }

  handed(): GuestStart {
    return this.port.take() as GuestStart;
  }
}

/** The host's end. It waits for a moment, for many a call takes no longer, and then has itself be called. */
export class HostMailbox extends MailboxEnd {
  /** Whether it is the guest's turn. */
  #isWaiting = true;
  /** Whether the guest thinks so little that to wait for what it says next is worth it. */
  #isQuick = true;
  #isSleeping = false;
  #isClosed = false;

  override say(kind: Said, index: number): void {
    super.say(kind, index);
    this.#isWaiting = true;
    Atomics.store(this.words, words.turn, turn.guest);
    if (Atomics.load(this.words, words.guestSleeps) === 0) return;
    // To wake up takes it longer than is worth waiting for.
    this.#isQuick = false;
    Atomics.notify(this.words, words.turn);
  }

  load(start: GuestStart): void {
    this.port.give(start);
    this.area.top = bodyStart;
    this.say(said.load, 0);
  }

  /** What the guest has said, if it has; if not, and it is its turn, `come` is called when it has, once. */
  take(come: () => void): Message | undefined {
    if (!this.#isWaiting || this.#isClosed) return undefined;
    if (this.#isQuick && this.awaits(turn.host, hostPatience)) return this.#taken();
    if (!this.#isSleeping) this.#sleep(come);
    return this.#isSleeping ? undefined : this.#taken();
  }

  /** Nothing is taken any more, and nobody called. */
  close(): void {
    this.#isClosed = true;
    Atomics.store(this.words, words.turn, turn.host);
    Atomics.notify(this.words, words.turn);
  }

  #taken(): Message {
    this.#isWaiting = false;
    this.#isQuick = (this.words[words.thought] ?? 0) < quickThought;
    return this.read();
  }

  #sleep(come: () => void): void {
    Atomics.store(this.words, words.hostSleeps, 1);
    const { async: isAsync, value } = Atomics.waitAsync(this.words, words.turn, turn.guest);
    if (!isAsync) {
      Atomics.store(this.words, words.hostSleeps, 0);
      return;
    }
    this.#isSleeping = true;
    value.then(() => {
      this.#isSleeping = false;
      Atomics.store(this.words, words.hostSleeps, 0);
      if (this.#isClosed) return;
      come();
    });
  }
}
