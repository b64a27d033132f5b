/** A module of `size` bytes that exports `adder`, filled up with a custom section. */
export function adderOf(size: number): Uint8Array {
  const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const type = [1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f];
  const func = [3, 2, 1, 0];
  const exported = [7, 9, 1, 5, ...new TextEncoder().encode("adder"), 0, 0];
  const code = [10, 9, 1, 7, 0, 0x20, 0, 0x20, 1, 0x6a, 0x0b];
  const module = [...head, ...type, ...func, ...exported, ...code];
  const filling = size - module.length - 3;
  return new Uint8Array([...module, 0, (filling & 0x7f) | 0x80, filling >> 7, 0, ...new Array(filling - 1).fill(0)]);
}
