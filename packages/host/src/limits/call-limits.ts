import type { Life } from "../life/life.ts";
import { calls, callWords, depth, overdue, top } from "./board.ts";
import type { Bounds } from "./bounds.ts";
import { type Breach, lateBreach } from "./breach.ts";
import { FuelMeter } from "./fuel-meter.ts";
import { HostCallCount } from "./host-call-count.ts";
import type { AddedImports } from "./made-code.ts";
import { memoryDescriptor } from "./memory-descriptor.ts";
import { type MeterBoard, meterBoard, noFuel } from "./meter-board.ts";

/** What ran when the guest was entered, and goes on when it has been left. */
export interface Interrupted {
  readonly depth: number;
  readonly top: number;
  readonly fueled: FuelMeter | undefined;
  readonly refused: number;
}

/** Holds the calls of one instance to its limits: whatever enters the guest goes through {@link CallLimits.within}. */
export class CallLimits {
  readonly #milliseconds: number | undefined;
  readonly #board: MeterBoard;
  readonly #instance: number;
  readonly #fuel: FuelMeter | undefined;
  readonly #hostCalls: HostCallCount | undefined;
  readonly #pages: bigint;
  #isLate = false;
  #depth = 0;
  #isBounded = false;
  #isRefused = false;

  constructor({ milliseconds, fuel, hostCalls, pages }: Bounds, life: Life) {
    this.#pages = pages;
    this.#milliseconds = milliseconds;
    this.#board = meterBoard();
    this.#instance = milliseconds === undefined ? 0 : this.#board.newInstance();
    this.#fuel = fuel === undefined ? undefined : new FuelMeter(fuel);
    this.#hostCalls = hostCalls === undefined ? undefined : new HostCallCount(hostCalls, life);
  }

  /** An instance of a module, with what was added to its imports when it was made over. */
  instantiate(
    module: WebAssembly.Module,
    imports: WebAssembly.Imports,
    added: AddedImports | undefined,
  ): WebAssembly.Instance {
    const all: WebAssembly.Imports = Object.assign(Object.create(null), this.#hostCalls?.counting(imports) ?? imports);
    if (added !== undefined) all[added.namespace] = this.#provide(added);
    const instance = this.within(() => new WebAssembly.Instance(module, all));
    this.#hostCalls?.addOwn(instance.exports);
    return instance;
  }

  #provide({ memories, isBounded }: AddedImports): WebAssembly.ModuleImports {
    this.#isBounded ||= isBounded;
    const named: WebAssembly.ModuleImports = Object.create(null);
    for (const [index, type] of memories.entries()) {
      named[`memory ${index}`] = new WebAssembly.Memory(memoryDescriptor(type));
    }
    named["page"] = this.#board.memory;
    return named;
  }

  /**
   * Runs what enters the guest. What enters it again within that takes of the same time and fuel.
   *
   * A guest may have used up the stack, and may catch what comes of that: whatever calls a function here may fail. So what
   * ran before gets its own back by assignments alone, which need no stack, from what was read before anything was changed.
   */
  within<T>(call: () => T): T {
    const board = this.#board;
    const meter = this.#fuel;
    const { words, refused, fuel, fueled } = board;
    const outerDepth = words[depth] ?? 0;
    const outerRefused = refused[0] ?? 0;
    let outerTop = words[top] ?? 0;
    if (fueled !== undefined) fueled.left = fuel[0] ?? 0n;
    try {
      if (this.#depth++ === 0) this.begin();
      if (this.#milliseconds !== undefined) outerTop = board.enter(this.#instance, this.#milliseconds);
      if (meter !== undefined) {
        fuel[0] = meter.left;
        board.fueled = meter;
      }
      refused[0] = 0;
      return call();
    } catch (thrown) {
      // Whoever tells of it may do so when it has been left.
      this.#isLate ||= words[depth] !== outerDepth && ((words[top] ?? 0) & overdue) !== 0;
      throw thrown;
    } finally {
      this.#depth--;
      this.#isRefused ||= refused[0] !== 0;
      refused[0] = outerRefused;
      if (meter !== undefined) {
        if (board.fueled === meter) meter.left = fuel[0] ?? 0n;
        board.fueled = fueled;
        fuel[0] = fueled?.left ?? noFuel;
      }
      if (words[depth] !== outerDepth) {
        // Where the call is over its time, so is one around it of the same instance: a thousand of them end at once.
        if (words[calls + (outerDepth - 1) * callWords + 1] === this.#instance) outerTop |= (words[top] ?? 0) & overdue;
        words[depth] = outerDepth;
        words[top] = outerTop;
      }
    }
  }

  /** A call begins that is within no other one. */
  protected begin(): void {
    this.#isLate = false;
    this.#isRefused = false;
    this.#fuel?.refill();
    this.#hostCalls?.reset();
  }

  /**
   * The guest runs from here on, for so long at most: the first half of {@link CallLimits.within}, for a call that does not
   * run in one go, where the stack has room for both. Gives what {@link CallLimits.leave} takes. A call in one go takes a
   * fifth longer by these halves.
   */
  protected enter(milliseconds: number | undefined): Interrupted {
    const board = this.#board;
    const { words, refused, fuel, fueled } = board;
    const outerDepth = words[depth] ?? 0;
    const outerTop = milliseconds === undefined ? 0 : board.enter(this.#instance, milliseconds);
    const interrupted = { depth: outerDepth, top: outerTop, fueled, refused: refused[0] ?? 0 };
    if (fueled !== undefined) fueled.left = fuel[0] ?? 0n;
    if (this.#fuel !== undefined) {
      fuel[0] = this.#fuel.left;
      board.fueled = this.#fuel;
    }
    refused[0] = 0;
    return interrupted;
  }

  /** The guest does not run any more. */
  protected leave(interrupted: Interrupted): void {
    const board = this.#board;
    const { words, refused, fuel } = board;
    this.#isLate ||= this.#milliseconds !== undefined && board.isOverdue;
    this.#isRefused ||= refused[0] !== 0;
    refused[0] = interrupted.refused;
    if (this.#fuel !== undefined) {
      this.#fuel.left = fuel[0] ?? 0n;
      board.fueled = interrupted.fueled;
      fuel[0] = interrupted.fueled?.left ?? noFuel;
    }
    if (this.#milliseconds === undefined) return;
    words[depth] = interrupted.depth;
    words[top] = interrupted.top;
  }

  /** The time of a call is up, whatever runs. */
  protected expire(): void {
    this.#isLate = true;
  }

  /** Milliseconds that a call may take. */
  protected get milliseconds(): number | undefined {
    return this.#milliseconds;
  }

  /** A function of the host's, counted where its calls are. */
  protected counted(call: CallableFunction): CallableFunction {
    return this.#hostCalls?.counted(call) ?? call;
  }

  /** Why a call was ended, the innermost or one that has been left, if it went beyond its time or its fuel. */
  get breach(): Breach | undefined {
    const used = this.#fuel?.breach(this.#left);
    if (used !== undefined) return { code: "time-limit", path: "limits.fuel", reason: used };
    if (this.#milliseconds === undefined || !(this.#isLate || this.#board.isOverdue)) return undefined;
    return lateBreach(this.#milliseconds);
  }

  /** What a call may have failed for, the innermost or one that has been left, which was refused memory by its limit. */
  get starved(): Breach | undefined {
    if (!this.#isBounded || !(this.#isRefused || this.#board.refused[0] !== 0)) return undefined;
    const allowed = `${this.#pages} pages of 64 KiB are allowed`;
    const reason = `limits.memory: ${allowed}, it was refused more, and then it failed`;
    return { code: "memory-limit", path: "limits.memory", reason };
  }

  /** What the innermost call has left of its fuel, or the one that has been left. */
  get #left(): bigint {
    const { fueled, fuel } = this.#board;
    return (fueled === this.#fuel ? fuel[0] : this.#fuel?.left) ?? 0n;
  }
}
