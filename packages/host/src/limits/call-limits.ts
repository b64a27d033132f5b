import type { Life } from "../life/life.ts";
import type { Bounds } from "./bounds.ts";
import { type Breach, lateBreach } from "./breach.ts";
import { FuelMeter } from "./fuel-meter.ts";
import { HostCallCount } from "./host-call-count.ts";
import type { AddedImports } from "./made-code.ts";
import { memoryDescriptor } from "./memory-descriptor.ts";
import { type MeterBoard, meterBoard } from "./meter-board.ts";

/** What ran when the guest was entered, and goes on when it has been left. */
export interface Interrupted {
  readonly outer: number;
  readonly fuel: FuelMeter | undefined;
  readonly isRefused: boolean;
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
    this.#fuel = fuel === undefined ? undefined : new FuelMeter(this.#board, fuel);
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

  /** Runs what enters the guest. What enters it again within that takes of the same time and fuel. */
  within<T>(call: () => T): T {
    const milliseconds = this.#milliseconds;
    const board = this.#board;
    const outer = milliseconds === undefined ? 0 : board.enter(this.#instance, milliseconds);
    if (this.#depth++ === 0) this.begin();
    const outerFuel = this.#fuel?.enter();
    const outerRefused = board.isRefused;
    board.isRefused = false;
    try {
      return call();
    } catch (thrown) {
      // Whoever tells of it may do so when it has been left.
      this.#isLate ||= milliseconds !== undefined && board.isOverdue;
      throw thrown;
    } finally {
      this.#depth--;
      this.#isRefused ||= board.isRefused;
      board.isRefused = outerRefused;
      this.#fuel?.leave(outerFuel);
      if (milliseconds !== undefined) board.leave(outer);
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
   * run in one go. Gives what {@link CallLimits.leave} takes. A call in one go takes a fifth longer by these halves.
   */
  protected enter(milliseconds: number | undefined): Interrupted {
    const board = this.#board;
    const outer = milliseconds === undefined ? 0 : board.enter(this.#instance, milliseconds);
    const interrupted = { outer, fuel: this.#fuel?.enter(), isRefused: board.isRefused };
    board.isRefused = false;
    return interrupted;
  }

  /** The guest does not run any more. */
  protected leave({ outer, fuel, isRefused }: Interrupted): void {
    const board = this.#board;
    this.#isLate ||= this.#milliseconds !== undefined && board.isOverdue;
    this.#isRefused ||= board.isRefused;
    board.isRefused = isRefused;
    this.#fuel?.leave(fuel);
    if (this.#milliseconds !== undefined) board.leave(outer);
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
    const fuel = this.#fuel?.breach;
    if (fuel !== undefined) return { code: "time-limit", path: "limits.fuel", reason: fuel };
    if (this.#milliseconds === undefined || !(this.#isLate || this.#board.isOverdue)) return undefined;
    return lateBreach(this.#milliseconds);
  }

  /** What a call may have failed for, the innermost or one that has been left, which was refused memory by its limit. */
  get starved(): Breach | undefined {
    if (!this.#isBounded || !(this.#isRefused || this.#board.isRefused)) return undefined;
    const allowed = `${this.#pages} pages of 64 KiB are allowed`;
    const reason = `limits.memory: ${allowed}, it was refused more, and then it failed`;
    return { code: "memory-limit", path: "limits.memory", reason };
  }
}
