import type { MeteredModule } from "@polyplug/metering";
import type { Bounds } from "./limits.ts";
import { memoryDescriptor } from "./memory-descriptor.ts";
import type { TimeBoard } from "./time-board.ts";

/** A module that was made over, as it is instantiated and as errors tell of it. */
export interface MeteredCode extends Pick<MeteredModule, "namespace" | "memories"> {
  /** Where in the module as it was that instruction lies which the engine finds at `offset`. */
  originalOffset(offset: number): number | undefined;
}

/** Holds the calls of one instance to its limits: whatever enters the guest goes through {@link CallLimits.within}. */
export class CallLimits {
  readonly #bounds: Bounds;
  readonly #board: TimeBoard | undefined;
  readonly #instance: number;
  #ended = false;

  constructor(bounds: Bounds, board: TimeBoard | undefined) {
    this.#bounds = bounds;
    this.#board = board;
    this.#instance = board?.newInstance() ?? 0;
  }

  /** An instance of a module that was made over, with what it needs beside its own imports. */
  instantiate(
    module: WebAssembly.Module,
    imports: WebAssembly.Imports,
    { namespace, memories }: MeteredCode,
  ): WebAssembly.Instance {
    const named: WebAssembly.ModuleImports = Object.create(null);
    for (const [index, type] of memories.entries()) {
      named[`memory ${index}`] = new WebAssembly.Memory(memoryDescriptor(type));
    }
    if (this.#board !== undefined) named["epoch"] = this.#board.memory;
    const all: WebAssembly.Imports = Object.assign(Object.create(null), imports, { [namespace]: named });
    return this.within(() => new WebAssembly.Instance(module, all));
  }

  /** Runs what enters the guest. What enters it again within that takes of the same time. */
  within<T>(call: () => T): T {
    const { milliseconds } = this.#bounds;
    if (this.#board === undefined || milliseconds === undefined) return call();
    const outer = this.#board.enter(this.#instance, milliseconds);
    try {
      return call();
    } catch (thrown) {
      // Whoever tells of it may do so when it has been left.
      this.#ended ||= this.#board.isOverdue;
      throw thrown;
    } finally {
      this.#board.leave(outer);
    }
  }

  /** Why a call was ended, the innermost or one that has been left, if its time was up. */
  get overdue(): string | undefined {
    if (!this.#ended && this.#board?.isOverdue !== true) return undefined;
    return `limits.time: it ran for longer than the ${this.#bounds.milliseconds} ms that a call may take`;
  }
}
