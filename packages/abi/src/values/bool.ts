import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";

/** 1 for true and 0 for false. */
export function bool(faults: Faults, value: unknown): 0 | 1 {
  if (typeof value !== "boolean") throw faults.misfit(`expected a bool, got ${describe(value)}`);
  return value ? 1 : 0;
}
