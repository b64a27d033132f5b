import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";

/** The value itself, if it is a number; an `f32` is rounded to the nearest one. */
export function float(faults: Faults, kind: "f32" | "f64", value: unknown): number {
  if (typeof value !== "number") throw faults.misfit(`expected an ${kind}, got ${describe(value)}`);
  return kind === "f32" ? Math.fround(value) : value;
}
