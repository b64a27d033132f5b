import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import { alignTo } from "../layout/align-to.ts";
import { maxLiftedBytes, maxListByteLength, maxStringByteLength } from "../limits.ts";
import { Fault, faults } from "./fault.ts";
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

  constructor(memory: FunctionOptions["memory"]) {
    this.#memory = memory;
  }

  refresh(): void {
    if (this.#memory === undefined || this.#memory.buffer === this.buffer) return;
    this.buffer = this.#memory.buffer;
    this.bytes = new Uint8Array(this.buffer);
    this.view = new DataView(this.buffer);
    this.node = nodeBufferOver(this.buffer);
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
    const at = `${what} at 0x${pointer.toString(16)}`;
    if (pointer !== alignTo(pointer, alignment)) throw faults.trap(`${at}, which is not aligned to ${alignment} bytes`);
    const size = this.bytes.length;
    if (pointer + byteLength > size) {
      throw faults.trap(`${at}, where ${byteLength} bytes do not fit in the memory of ${size} bytes`);
    }
  }

  /** Says what is wrong with a list or string to be lifted, if anything is, and counts it otherwise. */
  check(kind: "list" | "string", pointer: number, alignment: number, byteLength: number, weight: number): void {
    const most = kind === "list" ? maxListByteLength : maxStringByteLength;
    if (byteLength > most) throw faults.trap(`the ${kind} has ${byteLength} bytes, and ${most} are allowed`);
    this.checkRange(pointer, alignment, byteLength, `the ${kind} is`);
    this.countLifted(weight);
  }

  countLifted(byteLength: number): void {
    this.lifted += byteLength;
    if (this.lifted <= maxLiftedBytes) return;
    const reason = `its strings and lists take ${this.lifted} bytes, and ${maxLiftedBytes} are allowed in one call`;
    throw new Fault("memory-limit", reason);
  }
}
