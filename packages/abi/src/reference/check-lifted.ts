import { overlong } from "../canonical/memory-bounds.ts";
import type { MemoryContext } from "./memory-context.ts";

/** Throws unless a list or string can be lifted from there, and counts it. `weight` is what it takes, in bytes. */
export function checkLifted(
  cx: Pick<MemoryContext, "trap" | "checkRange" | "countLifted">,
  kind: "list" | "string",
  pointer: number,
  alignment: number,
  byteLength: number,
  weight: number,
): void {
  const reason = overlong(kind, byteLength);
  if (reason !== undefined) throw cx.trap(reason);
  cx.checkRange(pointer, alignment, byteLength, `the ${kind} is`);
  cx.countLifted(weight);
}
