import { ResultError } from "@polyplug/errors";
import type { WireFunction } from "./packing.ts";

/** What a function gave, as the values of its result that are written. */
export function valuesOfResult({ fails, gives }: WireFunction, result: unknown): readonly unknown[] {
  if (fails) return [{ tag: "ok", val: result }];
  return gives === "several" && Array.isArray(result) ? result : [result];
}

/** What a function threw, as such values. */
export function valuesOfError({ payload }: ResultError): readonly unknown[] {
  return [{ tag: "err", val: payload }];
}

/** What a function gave, of the values that were read. Throws the `ResultError` that it threw. */
export function resultOf({ fails, gives }: WireFunction, values: readonly unknown[]): unknown {
  if (!fails) return gives === "several" ? values : values[0];
  const { tag, val } = values[0] as { readonly tag: string; readonly val?: unknown };
  if (tag === "ok") return val;
  throw new ResultError(val);
}
