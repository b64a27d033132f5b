import { type FunctionOptions, type Guard, type InstanceState, PassedHandles } from "@polyplug/abi";

/** Thrown where values take more room than an area has. Whoever writes gets a larger one, and writes again. */
export class AreaFull extends Error {
  /** Bytes that would have been enough so far. */
  readonly needed: number;

  constructor(needed: number) {
    super(`${needed} bytes are needed`);
    this.needed = needed;
  }
}

/** Bytes of the first area of a line: enough for what most calls pass. */
export const firstAreaBytes: number = 2 ** 16;

/** Bytes of an area that is to have so many at least: a power of two, so that one that grows does so seldom. */
export function areaBytes(least: number): number {
  return 2 ** Math.ceil(Math.log2(least));
}

/** Where the values of a message begin. Before them is room for what a line has to say of it. */
export const bodyStart = 16;

/**
 * Memory in which the values of one message lie: what a guest's memory is to the canonical ABI. It has one size for good,
 * since nobody is told when shared memory grows.
 */
export class Area {
  readonly buffer: ArrayBufferLike;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where what is written ends. */
  top: number = bodyStart;
  readonly #instance: InstanceState = { handles: new PassedHandles(), mayLeave: true, entered: false };

  constructor(buffer: ArrayBufferLike) {
    this.buffer = buffer;
    this.bytes = new Uint8Array(buffer);
    this.view = new DataView(buffer);
  }

  /** What lifts and lowers values of this function here. */
  options(
    name: string,
    plugin: string,
    passing: Pick<FunctionOptions, "resources" | "lists" | "strings">,
  ): FunctionOptions {
    const guard: Guard = { life: { alive: true }, plugin, refusal: unused, fault: unused, interrupt: unused };
    const memory = { buffer: this.buffer };
    const { realloc } = this;
    return {
      name,
      instance: this.#instance,
      encoding: "utf8",
      memory,
      realloc,
      guard,
      outcome: "value",
      ...passing,
    };
  }

  /** Room for so many bytes at the top, and what was elsewhere moved there. */
  readonly realloc = (old: number, oldSize: number, alignment: number, size: number): number => {
    const pointer = (this.top + alignment - 1) & -alignment;
    if (pointer + size > this.bytes.length) throw new AreaFull(pointer + size);
    if (old !== 0) this.bytes.copyWithin(pointer, old, old + Math.min(oldSize, size));
    this.top = pointer + size;
    return pointer;
  };
}

/** Nothing is called while values are on their way. */
function unused(): never {
  throw new TypeError("a message was taken for a call");
}
