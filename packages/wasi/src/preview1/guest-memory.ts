import { PluginError } from "@polyplug/errors";
import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";

/** A `WebAssembly.Memory`, shared or not: all that is asked of it is its buffer of now. */
export interface LinearMemory {
  readonly buffer: ArrayBufferLike;
}

/**
 * The guest's memory, little-endian, with every access checked against its size of that moment: what lies outside is
 * refused with E21 FAULT. Until a memory is bound there is nothing inside.
 *
 * A function checks all its ranges before its first effect, and may then rely on them: a memory never shrinks.
 */
export class GuestMemory {
  #memory: LinearMemory = { buffer: new ArrayBuffer(0) };
  #bytes: Uint8Array = new Uint8Array();
  #view: DataView = new DataView(this.#bytes.buffer);
  #bound = false;

  bind(memory: LinearMemory, plugin: string): void {
    if (this.#bound && memory !== this.#memory) {
      throw new PluginError({
        code: "bad-argument",
        action: `bind a memory to ${plugin}`,
        reason: "another memory is bound already",
        plugin,
      });
    }
    this.#memory = memory;
    this.#bound = true;
  }

  /** Lets go of the memory, so that it can be collected: from now on nothing is inside, and no other is taken. */
  release(): void {
    this.#memory = { buffer: new ArrayBuffer(0) };
    this.#bound = true;
    this.#bytes = new Uint8Array();
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Refuses a range that is not inside. A range of no bytes is inside wherever it is. */
  check(pointer: number, length: number): void {
    // Views go stale when the memory grows, which any call into the guest may have done.
    if (this.#memory.buffer !== this.#bytes.buffer) {
      this.#bytes = new Uint8Array(this.#memory.buffer);
      this.#view = new DataView(this.#memory.buffer);
    }
    if (length > 0 && pointer + length > this.#bytes.length) throw new ErrnoSignal(errno.fault);
  }

  readU8(pointer: number): number {
    this.check(pointer, 1);
    return this.#view.getUint8(pointer);
  }

  readU16(pointer: number): number {
    this.check(pointer, 2);
    return this.#view.getUint16(pointer, true);
  }

  readU32(pointer: number): number {
    this.check(pointer, 4);
    return this.#view.getUint32(pointer, true);
  }

  readU64(pointer: number): bigint {
    this.check(pointer, 8);
    return this.#view.getBigUint64(pointer, true);
  }

  /** A view that is good until the guest runs again. */
  view(pointer: number, length: number): Uint8Array {
    this.check(pointer, length);
    return this.#bytes.subarray(pointer, pointer + length);
  }

  writeU8(pointer: number, value: number): void {
    this.check(pointer, 1);
    this.#view.setUint8(pointer, value);
  }

  writeU16(pointer: number, value: number): void {
    this.check(pointer, 2);
    this.#view.setUint16(pointer, value, true);
  }

  writeU32(pointer: number, value: number): void {
    this.check(pointer, 4);
    this.#view.setUint32(pointer, value, true);
  }

  writeU64(pointer: number, value: bigint): void {
    this.check(pointer, 8);
    this.#view.setBigUint64(pointer, value, true);
  }

  writeBytes(pointer: number, bytes: Uint8Array): void {
    this.check(pointer, bytes.length);
    if (bytes.length > 0) this.#bytes.set(bytes, pointer);
  }

  /** Writes zeros, so that the padding of a record carries nothing from before. */
  clear(pointer: number, length: number): void {
    this.check(pointer, length);
    this.#bytes.fill(0, pointer, pointer + length);
  }
}
