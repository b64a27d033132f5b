import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import { excessive, misplaced } from "../canonical/memory-bounds.ts";
import { maxLiftedBytes } from "../limits.ts";
import { checkLifted } from "../reference/check-lifted.ts";
import type { Faults } from "../values/faults.ts";
import { faults } from "./fault.ts";
import { type NodeBuffer, nodeBufferOver } from "./node-buffer.ts";

/**
 * A guest's memory through views that are kept until it grows. Growing detaches them, so that a length of zero says that
 * they are of no use any more; to ask the memory for its buffer takes longer than a short string does.
 */
export class GuestMemory {
  #memory: FunctionOptions["memory"];
  buffer: ArrayBufferLike = new ArrayBuffer(0);
  bytes: Uint8Array = new Uint8Array(this.buffer);
  view: DataView = new DataView(this.buffer);
  /** The same bytes with what Node.js adds; on other platforms nothing reads it. */
  node: NodeBuffer | undefined;
  /** The length of the string or list that was stored last, in the units that the guest counts. */
  length = 0;
  /** Bytes that were lifted in this call. */
  lifted = 0;
  /** Bytes that may be lifted in a call. */
  readonly mostLifted: number;
  readonly trap: Faults["trap"] = faults.trap;

  constructor({ memory, guard }: Pick<FunctionOptions, "memory" | "guard">) {
    this.#memory = memory;
    this.mostLifted = guard?.mostLifted ?? maxLiftedBytes;
  }

  refresh(): void {
    if (this.#memory === undefined || this.#memory.buffer === this.buffer) return;
    // All of it or none: a plugin may have used up the stack, and the next who comes looks at the buffer alone.
    const { buffer } = this.#memory;
    const bytes = new Uint8Array(buffer);
    const view = new DataView(buffer);
    this.node = nodeBufferOver(buffer);
    this.bytes = bytes;
    this.view = view;
    this.buffer = buffer;
  }

  /** Forgets the memory, so that it can be collected while somebody still holds functions that used it. */
  release(): void {
    this.#memory = undefined;
    this.buffer = new ArrayBuffer(0);
    this.bytes = new Uint8Array(this.buffer);
    this.view = new DataView(this.buffer);
    this.node = undefined;
  }

  /** Says what is wrong with a place, if anything is. */
  checkRange(pointer: number, alignment: number, byteLength: number, what: string): void {
    const reason = misplaced(what, pointer, alignment, byteLength, this.bytes.length);
    if (reason !== undefined) throw this.trap(reason);
  }

  /** Says what is wrong with a list or string to be lifted, if anything is, and counts it otherwise. */
  check(kind: "list" | "string", pointer: number, alignment: number, byteLength: number, weight: number): void {
    checkLifted(this, kind, pointer, alignment, byteLength, weight);
  }

  countLifted(byteLength: number): void {
    this.lifted += byteLength;
    const reason = excessive(this.lifted, this.mostLifted);
    if (reason !== undefined) throw faults.exceeded(reason);
  }
}
