import type { CoreType } from "@polyplug/abi";

/** An expression of type `own` for one that lies where the cases of a variant share a place of type `place`. */
export function liftedCore(expression: string, place: CoreType, own: CoreType): string {
  if (place === own) return expression;
  if (own === "i32") return `<i32>${expression}`;
  if (own === "f64") return `reinterpret<f64>(${expression})`;
  return `reinterpret<f32>(${place === "i64" ? "<i32>" : ""}${expression})`;
}

/** The way back. */
export function loweredCore(expression: string, own: CoreType, place: CoreType): string {
  if (place === own) return expression;
  if (own === "i32") return `<i64><u32>${expression}`;
  if (own === "f64") return `reinterpret<i64>(${expression})`;
  const bits = `reinterpret<i32>(${expression})`;
  return place === "i64" ? `<i64><u32>${bits}` : bits;
}
