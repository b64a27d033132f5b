/** The lowest multiple of `alignment` that is not below `offset`. Exact above 2 GiB too, where bit operations are not. */
export function alignTo(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
