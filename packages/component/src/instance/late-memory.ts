/**
 * A memory that is looked for when it is first needed: the functions that a core plugin imports are made before the
 * plugin is, whose memory they work on.
 */
export class LateMemory {
  readonly #find: () => WebAssembly.Memory;
  #memory: WebAssembly.Memory | undefined;

  constructor(find: () => WebAssembly.Memory) {
    this.#find = find;
  }

  get buffer(): ArrayBufferLike {
    this.#memory ??= this.#find();
    return this.#memory.buffer;
  }
}
