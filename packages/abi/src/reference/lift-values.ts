import { flattenTypes } from "../flatten/flatten-type.ts";
import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import { placeFields } from "../layout/place-fields.ts";
import { maxFlatParams, maxFlatResults } from "../limits.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { TupleType } from "../types/value-type.ts";
import type { CallContext } from "./call-context.ts";
import type { CoreValues } from "./core-values.ts";
import { liftFlat } from "./lift-flat.ts";
import { load } from "./load.ts";
import { paramSlots, resultSlots, type ValueSlots } from "./value-slots.ts";

/**
 * The arguments with which the guest called a function that it imports. Whatever breaks the rules throws `trap`.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values | Canonical ABI, lifting and lowering values}.
 */
export function liftParams(cx: CallContext, type: FunctionType, values: CoreValues): unknown[] {
  return liftFlatValues(cx, maxFlatParams, values, paramSlots("lift", cx.function, type));
}

/**
 * What a function that the guest exports gave back, undefined where it gives nothing; a `result` as `{ tag, val }`.
 * Whatever breaks the rules throws `trap`.
 */
export function liftResult(cx: CallContext, type: FunctionType, values: CoreValues): unknown {
  return liftFlatValues(cx, maxFlatResults, values, resultSlots("lift", cx.function, type))[0];
}

function liftFlatValues(
  cx: CallContext,
  maxFlat: number,
  values: CoreValues,
  { subject, slots }: ValueSlots,
): unknown[] {
  const types = slots.map(({ type }) => type);
  if (flattenTypes(types).length <= maxFlat) {
    return slots.map((slot) => {
      cx.begin(slot.subject, slot.root);
      return liftFlat(cx, values, slot.type);
    });
  }
  const tuple: TupleType = { kind: "tuple", types };
  const pointer = values.i32();
  cx.begin(subject);
  cx.checkRange(pointer, alignment(tuple), elementSize(tuple), "they are");
  return placeFields(slots).map((slot) => {
    cx.begin(slot.subject, slot.root);
    return load(cx, pointer + slot.offset, slot.type);
  });
}
