import type { CoreFunction } from "@polyplug/abi";

type Realloc = (old: number, oldSize: number, alignment: number, newSize: number) => unknown;

/** A `realloc` that is looked for when it is first called, as a late memory is. */
export function lateRealloc(find: () => CoreFunction): CoreFunction {
  let found: Realloc | undefined;
  return (old: number, oldSize: number, alignment: number, newSize: number): unknown => {
    found ??= find() as Realloc;
    return found(old, oldSize, alignment, newSize);
  };
}
