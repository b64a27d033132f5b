import type { CallContext } from "../reference/call-context.ts";
import { describe } from "./describe.ts";

/** The value itself, if it is a number; an `f32` is rounded to the nearest one. */
export function float(cx: CallContext, kind: "f32" | "f64", value: unknown): number {
  if (typeof value !== "number") throw cx.misfit(`expected an ${kind}, got ${describe(value)}`);
  return kind === "f32" ? Math.fround(value) : value;
}
