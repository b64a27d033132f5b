import type { Life } from "../life/life.ts";
import type { Bounds } from "../limits/bounds.ts";
import { CallLimits, type Interrupted } from "../limits/call-limits.ts";

/**
 * Holds calls to limits that are suspended while the plugin waits for its host. A call takes of one time and one amount
 * of fuel until its promise settles; the time runs while it waits, and the fuel is that of all it runs in between.
 *
 * Between two waits the guest runs in jobs of promises, which other code made: the engine resumes it, a value is lowered
 * for it, its result is lifted. Reactions of one promise run one after another with nothing in between, so that the
 * guest is entered by a reaction that was there before such a job, and left by one that came after it.
 */
export class SuspendingLimits extends CallLimits {
  readonly #life: Life;
  /** What settles the calls under way. */
  readonly #fail = new Set<(reason: unknown) => void>();
  /** Promises with a reaction that enters the guest, and none yet that leaves it. */
  readonly #open: Promise<unknown>[] = [];
  readonly #interrupted: Interrupted[] = [];
  #calls = 0;
  #end = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(bounds: Bounds, life: Life) {
    super(bounds, life);
    this.#life = life;
  }

  /** Runs what enters the guest. Where that gives a promise, the call goes on until it settles. */
  override within<T>(call: () => T): T {
    if (this.#calls++ === 0) this.begin();
    let result: T;
    try {
      result = this.#segment(call);
    } catch (thrown) {
      this.#finish();
      throw thrown;
    }
    if (result instanceof Promise) result.then(this.#finish, this.#finish);
    else this.#finish();
    return result;
  }

  #segment<T>(call: () => T): T {
    this.#enter();
    try {
      return call();
    } finally {
      this.#leave();
    }
  }

  protected override begin(): void {
    super.begin();
    this.#end = performance.now() + (this.milliseconds ?? Number.POSITIVE_INFINITY);
  }

  /** What a guest's function gives that the engine may suspend: it fails when its time is up. */
  called(promise: Promise<unknown>): Promise<unknown> {
    return this.#held(
      new Promise((resolve, reject) => {
        this.#fail.add(reject);
        const over = (): unknown => this.#fail.delete(reject);
        promise.then(over, over);
        promise.then(resolve, reject);
      }),
    );
  }

  /** A promise of the host's that the guest is to wait for. */
  awaited(promise: Promise<unknown>): Promise<unknown> {
    this.#watch();
    const own = Promise.resolve(promise);
    // A thread that was busy has told no timer of the time.
    const look = (): void => {
      if (this.#rest === 0) this.expire();
    };
    own.then(look, look);
    return this.#held(own);
  }

  /** A function that the guest calls and waits for. */
  imported(call: CallableFunction): (...args: unknown[]) => Promise<unknown> {
    const counted = this.counted(call);
    // Engines suspend for what is no promise too, by one of their own then.
    return (...args) => this.#held(Promise.resolve(counted(...args)));
  }

  /** Nothing runs any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override expire(): void {
    if (!this.#life.alive) return;
    super.expire();
    const reason = new Error("its time was up while it waited for its host");
    // A guest that is resumed now would run on.
    this.#life.interrupt(reason);
    for (const fail of this.#fail) fail(reason);
  }

  /** Whole milliseconds that the call may still take. */
  get #rest(): number | undefined {
    return this.milliseconds && Math.max(0, Math.ceil(this.#end - performance.now()));
  }

  /** What follows from this promise at once runs within the limits. */
  #held<T>(promise: Promise<T>): Promise<T> {
    promise.then(this.#enter, this.#enter);
    this.#open.push(promise);
    return promise;
  }

  readonly #enter = (): void => {
    this.#interrupted.push(this.enter(this.#rest));
  };

  readonly #leave = (): void => {
    const interrupted = this.#interrupted.pop();
    if (interrupted !== undefined) this.leave(interrupted);
    // By now whoever waits for them has said so.
    for (const promise of this.#open.splice(0)) promise.then(this.#leave, this.#leave);
  };

  readonly #finish = (): void => {
    if (--this.#calls === 0) this.stop();
  };

  #watch(): void {
    const rest = this.#rest;
    if (rest === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#rest === 0) this.expire();
      else this.#watch();
    }, rest);
  }
}
