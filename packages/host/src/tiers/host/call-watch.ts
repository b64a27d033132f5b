/** What is watched. */
export interface Watched {
  /** Whether something is under way. */
  isBusy(): boolean;
  /** Whether it is the host that has to go on: then nothing ends of itself. */
  awaitsHost(): boolean;
  /** Keeps this process alive, or lets it end. */
  hold(isHeld: boolean): void;
  /** What is under way has taken too long. */
  overdue(): void;
}

/** Milliseconds between two looks at what is under way. */
const interval = 5;

/**
 * While something is under way the process stays alive, and it is not waited for beyond its time. It is looked at now and
 * then, since most calls are over before the first look.
 */
export class CallWatch {
  readonly #watched: Watched;
  /** When what is under way has taken too long. */
  #deadline: number;
  /** Milliseconds beyond that in which it may end itself. */
  #grace = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What is under way has so many milliseconds at first. */
  constructor(watched: Watched, milliseconds: number) {
    this.#watched = watched;
    this.#deadline = performance.now() + milliseconds;
  }

  /** What is under way from now on may take so many milliseconds, and so many more while it can end itself. */
  allow(milliseconds: number, grace = 0): void {
    this.#deadline = performance.now() + milliseconds;
    this.#grace = grace;
  }

  /** Watches what is under way, if anything is. */
  keep(): void {
    if (this.#timer !== undefined || !this.#watched.isBusy()) return;
    this.#watched.hold(true);
    const now = performance.now();
    const pause = Math.max(0, Math.min(interval, this.#end - now));
    this.#timer = setTimeout(() => this.#look(now + pause), pause);
  }

  get #end(): number {
    return this.#watched.awaitsHost() ? this.#deadline : this.#deadline + this.#grace;
  }

  /** Nothing is watched any more. */
  stop(): void {
    this.#watched.hold(false);
    clearTimeout(this.#timer);
  }

  /** Time in which this thread was held up is not the guest's: it may have answered long ago, and was not heard. */
  #look(due: number): void {
    this.#timer = undefined;
    this.#deadline += Math.max(0, performance.now() - due);
    if (this.#watched.isBusy() && performance.now() >= this.#end) this.#watched.overdue();
    if (this.#watched.isBusy()) this.keep();
    else this.#watched.hold(false);
  }
}
