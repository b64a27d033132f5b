import type { ValueType } from "../types/value-type.ts";
import type { Mismatches } from "./mismatches.ts";
import type { Receiver, TypeComparison } from "./type-comparison.ts";

/** The comparison of one pair of types. */
export interface Place {
  readonly comparison: TypeComparison;
  readonly receiver: Receiver;
  /** Takes what differs further in. */
  readonly mismatches: Mismatches;
}

/** What lies within, adapted. */
export function comparePart(step: string, plugin: ValueType, contract: ValueType, place: Place): ValueType {
  const { type, mismatches } = place.comparison.compare(plugin, contract, place.receiver);
  place.mismatches.addAll(step, mismatches);
  return type;
}

/** The same for what may carry nothing, on both sides alike. */
export function compareMaybe(
  step: string,
  plugin: ValueType | undefined,
  contract: ValueType | undefined,
  place: Place,
): ValueType | undefined {
  return plugin === undefined || contract === undefined ? plugin : comparePart(step, plugin, contract, place);
}

/** Whether both carry a value or neither does. */
export function carryAlike(plugin: ValueType | undefined, contract: ValueType | undefined): boolean {
  return (plugin === undefined) === (contract === undefined);
}
