import { alignTo } from "../layout/align-to.ts";
import { maxLiftedBytes, maxListByteLength, maxStringByteLength } from "../limits.ts";

/** Why bytes cannot be where the guest has them, if they cannot. `what` begins it: `the string is`, `realloc gave`. */
export function misplaced(
  what: string,
  pointer: number,
  alignment: number,
  byteLength: number,
  memoryLength: number,
): string | undefined {
  const isAligned = pointer === alignTo(pointer, alignment);
  if (isAligned && pointer + byteLength <= memoryLength) return undefined;
  const at = `${what} at 0x${pointer.toString(16)}`;
  if (!isAligned) return `${at}, which is not aligned to ${alignment} bytes`;
  return `${at}, where ${byteLength} bytes do not fit in the memory of ${memoryLength} bytes`;
}

/** Why so many bytes cannot be a list or a string of the guest's, if they cannot. */
export function overlong(kind: "list" | "string", byteLength: number): string | undefined {
  const most = kind === "list" ? maxListByteLength : maxStringByteLength;
  return byteLength <= most ? undefined : `the ${kind} has ${byteLength} bytes, and ${most} are allowed`;
}

/** What a host calls the bound on what is lifted in a call. */
const valuesLimit = "limits.values";

/** Why so many bytes cannot be lifted in one call, if they cannot. */
export function excessive(liftedBytes: number, most: number = maxLiftedBytes): string | undefined {
  if (liftedBytes <= most) return undefined;
  return `${valuesLimit}: its strings and lists take ${liftedBytes} bytes, and ${most} are allowed in one call`;
}
