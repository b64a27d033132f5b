import type { CoreType } from "./core-type.ts";

/** The smallest core type that holds the bits of both. */
export function join(one: CoreType, other: CoreType): CoreType {
  if (one === other) return one;
  if ((one === "i32" && other === "f32") || (one === "f32" && other === "i32")) return "i32";
  return "i64";
}
