import { CallContext, type CallOptions } from "@polyplug/abi";

/** The guest's side of calls: a real memory, and a `realloc` that never frees and grows the memory when it must. */
export class Guest {
  readonly memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1 });
  /** What `realloc` was called with. */
  readonly reallocs: (readonly number[])[] = [];
  #end = 16;

  realloc = (old: number, oldSize: number, alignment: number, newSize: number): number => {
    this.reallocs.push([old === 0 ? 0 : 1, oldSize, alignment, newSize]);
    const pointer = Math.ceil(this.#end / alignment) * alignment;
    this.#end = pointer + newSize;
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65_536));
    new Uint8Array(this.memory.buffer).copyWithin(pointer, old, old + Math.min(oldSize, newSize));
    return pointer;
  };

  /** The context of a call of a function `f`. */
  call(options: Partial<CallOptions> = {}): CallContext {
    return new CallContext({ function: "f", memory: this.memory, realloc: this.realloc, ...options });
  }

  bytes(pointer: number, length: number): number[] {
    return [...new Uint8Array(this.memory.buffer, pointer, length)];
  }

  write(pointer: number, ...bytes: number[]): void {
    new Uint8Array(this.memory.buffer).set(bytes, pointer);
  }
}
