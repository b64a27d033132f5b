import type { Life } from "../life/life.ts";
import type { Bounds } from "./bounds.ts";
import { FuelMeter } from "./fuel-meter.ts";
import { HostCallCount } from "./host-call-count.ts";
import type { AddedImports } from "./made-code.ts";
import { memoryDescriptor } from "./memory-descriptor.ts";
import { type MeterBoard, meterBoard } from "./meter-board.ts";

/** A limit that a call went beyond, as errors tell of it. */
export interface Breach {
  readonly code: "time-limit" | "memory-limit";
  readonly path: string;
  readonly reason: string;
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
    const outer = this.#milliseconds === undefined ? 0 : this.#board.enter(this.#instance, this.#milliseconds);
    const outerFuel = this.#fuel?.enter();
    this.#hostCalls?.enter();
    const outerRefused = this.#board.isRefused;
    this.#board.isRefused = false;
    if (this.#depth++ === 0) this.#isRefused = false;
    try {
      return call();
    } catch (thrown) {
      // Whoever tells of it may do so when it has been left.
      this.#isLate ||= this.#milliseconds !== undefined && this.#board.isOverdue;
      throw thrown;
    } finally {
      this.#depth--;
      this.#isRefused ||= this.#board.isRefused;
      this.#board.isRefused = outerRefused;
      this.#hostCalls?.leave();
      this.#fuel?.leave(outerFuel);
      if (this.#milliseconds !== undefined) this.#board.leave(outer);
    }
  }

  /** Why a call was ended, the innermost or one that has been left, if it went beyond its time or its fuel. */
  get breach(): Breach | undefined {
    const fuel = this.#fuel?.breach;
    if (fuel !== undefined) return { code: "time-limit", path: "limits.fuel", reason: fuel };
    if (this.#milliseconds === undefined || !(this.#isLate || this.#board.isOverdue)) return undefined;
    const reason = `limits.time: it ran for longer than the ${this.#milliseconds} ms that a call may take`;
    return { code: "time-limit", path: "limits.time", reason };
  }

  /** What a call may have failed for, the innermost or one that has been left, which was refused memory by its limit. */
  get starved(): Breach | undefined {
    if (!this.#isBounded || !(this.#isRefused || this.#board.isRefused)) return undefined;
    const allowed = `${this.#pages} pages of 64 KiB are allowed`;
    const reason = `limits.memory: ${allowed}, it was refused more, and then it failed`;
    return { code: "memory-limit", path: "limits.memory", reason };
  }
}
