import type { CallContext } from "../reference/call-context.ts";
import { describe } from "./describe.ts";

/** 1 for true and 0 for false. */
export function bool(cx: CallContext, value: unknown): 0 | 1 {
  if (typeof value !== "boolean") throw cx.misfit(`expected a bool, got ${describe(value)}`);
  return value ? 1 : 0;
}
