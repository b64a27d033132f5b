import { flattenTypes } from "../flatten/flatten-type.ts";
import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import { fieldOffsets } from "../layout/field-offsets.ts";
import type { TupleType } from "../types/value-type.ts";
import type { CallContext } from "./call-context.ts";
import type { CoreValues } from "./core-values.ts";
import { liftFlat } from "./lift-flat.ts";
import { load } from "./load.ts";
import type { ValueSlots } from "./value-slots.ts";

/**
 * The values that some core values are, or that a pointer among them leads to where they are too many.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values | Canonical ABI, lifting and lowering values}.
 */
export function liftFlatValues(
  cx: CallContext,
  maxFlat: number,
  values: CoreValues,
  { subject, slots }: ValueSlots,
): unknown[] {
  const types = slots.map(({ type }) => type);
  const flat = flattenTypes(types);
  if (flat !== undefined && flat.length <= maxFlat) {
    return slots.map((slot) => {
      cx.begin(slot.subject, slot.root);
      return liftFlat(cx, values, slot.type);
    });
  }
  const tuple: TupleType = { kind: "tuple", types };
  const offsets = fieldOffsets(slots);
  const pointer = values.i32();
  cx.begin(subject);
  cx.checkRange(pointer, alignment(tuple), elementSize(tuple), "they are");
  return slots.map((slot, index) => {
    cx.begin(slot.subject, slot.root);
    return load(cx, pointer + (offsets[index] ?? 0), slot.type);
  });
}
