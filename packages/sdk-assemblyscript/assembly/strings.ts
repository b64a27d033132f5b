import { become, scratch } from "./memory";

/** A string that the host wrote, where it lies. `length` is in code units. */
export function takeString(pointer: i32, length: i32): string {
  return length == 0 ? "" : become<string>(pointer, length << 1);
}

/**
 * The address of a string's code units, for the host to read. Half of a surrogate pair, as cutting a string leaves it,
 * is no text: as in JavaScript, the host gets U+FFFD instead.
 */
export function stringPointer(text: string): i32 {
  const pointer = changetype<usize>(text);
  const size = (<usize>text.length) << 1;
  const bad = loneSurrogate(pointer, 0, size);
  return <i32>(bad == size ? pointer : repaired(pointer, bad, size));
}

/** Where the first surrogate without the other one is, from `offset` on, in bytes; `size` if there is none. */
function loneSurrogate(pointer: usize, offset: usize, size: usize): usize {
  while (offset < size) {
    // Four at a time, for most texts have no surrogates at all.
    while (offset + 8 <= size && !hasSurrogate(load<u64>(pointer + offset))) offset += 8;
    if (offset >= size) break;
    const unit = load<u16>(pointer + offset);
    if ((unit & 0xf800) == 0xd800) {
      const isPair = unit < 0xdc00 && offset + 2 < size && (load<u16>(pointer + offset, 2) & 0xfc00) == 0xdc00;
      if (!isPair) return offset;
      offset += 2;
    }
    offset += 2;
  }
  return size;
}

/** Whether one of four code units is a surrogate: its first five bits are 11011, so that the difference is zero. */
// @ts-expect-error: decorator
function hasSurrogate(units: u64): bool {
  const difference = (units & 0xf800f800f800f800) ^ 0xd800d800d800d800;
  return ((difference - 0x0001000100010001) & ~difference & 0x8000800080008000) != 0;
}

function repaired(text: usize, bad: usize, size: usize): usize {
  const pointer = scratch(size);
  memory.copy(pointer, text, size);
  while (bad < size) {
    store<u16>(pointer + bad, 0xfffd);
    bad = loneSurrogate(pointer, bad + 2, size);
  }
  return pointer;
}
