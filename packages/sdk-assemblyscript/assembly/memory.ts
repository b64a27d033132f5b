import { OBJECT, TOTAL_OVERHEAD } from "rt/common";

/** What the garbage collector knows of an object, which lies in front of it. */
// @ts-expect-error: decorator
function header(pointer: usize): OBJECT {
  return changetype<OBJECT>(pointer - TOTAL_OVERHEAD);
}

/**
 * Memory for what the host passes. It is an object of the garbage collector from the beginning, so that a string or a
 * list of numbers becomes one where it lies, and it is pinned until it is taken, since nothing refers to it.
 */
export function cabi_realloc(old: usize, oldSize: usize, alignment: usize, size: usize): usize {
  // Nobody reads from nothing, and nobody takes it.
  if (size == 0) {
    take(<i32>old, <i32>oldSize);
    return alignment;
  }
  if (oldSize >= size) {
    header(old).rtSize = <u32>size;
    return old;
  }
  const pointer = __pin(__new(size, idof<ArrayBuffer>()));
  if (oldSize != 0) {
    memory.copy(pointer, old, oldSize);
    __unpin(old);
  }
  return pointer;
}

/** Leaves memory of the host's to the garbage collector. `size` is how much of it there is, in any unit. */
export function take(pointer: i32, size: i32): void {
  if (size != 0) __unpin(pointer);
}

/** Makes an object of memory of the host's, which then lives as long as it is referred to. */
export function become<T>(pointer: i32, size: i32): T {
  const object = header(pointer);
  object.rtId = idof<T>();
  object.rtSize = <u32>size;
  __unpin(pointer);
  return changetype<T>(<usize>pointer);
}

/** What the host was given last: it reads that when nothing of the plugin refers to it any more. */
let held: Object | null = null;

/** Keeps a result, and all that it refers to, until {@link release}. */
export function hold<T>(value: T): T {
  held = changetype<Object>(changetype<usize>(value));
  return value;
}

/** The last of the blocks that {@link scratch} gave. Each begins with the address of the one before. */
let last: usize = 0;

/** Memory for the time of a call to the host, or until the host read a result; a multiple of 8. */
export function scratch(size: usize): usize {
  const block = heap.alloc(size + 8);
  store<usize>(block, last);
  last = block;
  return block + 8;
}

/** Frees what the host was given: after a function of its own returned, and when it read a result. */
export function release(): void {
  held = null;
  while (last != 0) {
    const block = last;
    last = load<usize>(block);
    heap.free(block);
  }
}
