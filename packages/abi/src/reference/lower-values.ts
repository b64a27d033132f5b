import { flattenTypes } from "../flatten/flatten-type.ts";
import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import { fieldOffsets } from "../layout/field-offsets.ts";
import type { TupleType } from "../types/value-type.ts";
import type { CallContext } from "./call-context.ts";
import type { CoreValue, CoreValues } from "./core-values.ts";
import { lowerFlat } from "./lower-flat.ts";
import { store } from "./store.ts";
import type { ValueSlots } from "./value-slots.ts";

/**
 * The core values that some values become. Where those are too many, the values go into memory: to where `outParam`
 * leads, or else into memory that the guest allocates, and the pointer to that is the one core value.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values | Canonical ABI, lifting and lowering values}.
 */
export function lowerFlatValues(
  cx: CallContext,
  maxFlat: number,
  values: readonly unknown[],
  { subject, slots }: ValueSlots,
  outParam?: CoreValues,
): CoreValue[] {
  const types = slots.map(({ type }) => type);
  const flat = flattenTypes(types);
  if (flat !== undefined && flat.length <= maxFlat) {
    return slots.flatMap((slot, index) => {
      cx.begin(slot.subject, slot.root);
      return lowerFlat(cx, values[index], slot.type);
    });
  }
  const tuple: TupleType = { kind: "tuple", types };
  const offsets = fieldOffsets(slots);
  cx.begin(subject);
  const pointer = outParam?.i32() ?? cx.allocate(alignment(tuple), elementSize(tuple));
  cx.checkRange(pointer, alignment(tuple), elementSize(tuple), "the memory for it is");
  for (const [index, slot] of slots.entries()) {
    cx.begin(slot.subject, slot.root);
    store(cx, values[index], slot.type, pointer + (offsets[index] ?? 0));
  }
  return outParam === undefined ? [pointer] : [];
}
