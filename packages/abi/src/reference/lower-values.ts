import { flattenTypes } from "../flatten/flatten-type.ts";
import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import { placeFields } from "../layout/place-fields.ts";
import { maxFlatParams, maxFlatResults } from "../limits.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { TupleType } from "../types/value-type.ts";
import { describe } from "../values/describe.ts";
import type { CallContext } from "./call-context.ts";
import type { CoreValue, CoreValues } from "./core-values.ts";
import { lowerFlat } from "./lower-flat.ts";
import { store } from "./store.ts";
import { paramSlots, resultSlots, type ValueSlots } from "./value-slots.ts";

/**
 * The core arguments for a function that the guest exports. An argument that does not fit throws `bad-argument` with
 * its path, a guest whose `realloc` breaks the rules `trap`.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values | Canonical ABI, lifting and lowering values}.
 */
export function lowerParams(cx: CallContext, type: FunctionType, args: readonly unknown[]): CoreValue[] {
  const params = paramSlots("lower", cx.function, type);
  cx.begin(params.subject);
  const { length } = params.slots;
  if (args.length !== length) throw cx.misfit(`expected ${length}, got ${args.length}`);
  return lowerFlatValues(cx, maxFlatParams, args, params, undefined);
}

/**
 * The core results of a function that the guest imports. Where they go into memory, the pointer is what `values` still
 * holds after {@link liftParams} took its own from it. A result that does not fit throws `bad-result`.
 */
export function lowerResult(cx: CallContext, type: FunctionType, result: unknown, values: CoreValues): CoreValue[] {
  const slots = resultSlots("lower", cx.function, type);
  cx.begin(slots.subject);
  if (type.result === undefined && result !== undefined) throw cx.misfit(`expected none, got ${describe(result)}`);
  return lowerFlatValues(cx, maxFlatResults, [result], slots, values);
}

function lowerFlatValues(
  cx: CallContext,
  maxFlat: number,
  values: readonly unknown[],
  { subject, slots }: ValueSlots,
  outParam: CoreValues | undefined,
): CoreValue[] {
  const types = slots.map(({ type }) => type);
  if (flattenTypes(types).length <= maxFlat) {
    return slots.flatMap((slot, index) => {
      cx.begin(slot.subject, slot.root);
      return lowerFlat(cx, values[index], slot.type);
    });
  }
  const tuple: TupleType = { kind: "tuple", types };
  cx.begin(subject);
  const pointer = outParam?.i32() ?? cx.allocate(alignment(tuple), elementSize(tuple));
  cx.checkRange(pointer, alignment(tuple), elementSize(tuple), "the memory for it is");
  for (const [index, slot] of placeFields(slots).entries()) {
    cx.begin(slot.subject, slot.root);
    store(cx, values[index], slot.type, pointer + slot.offset);
  }
  return outParam === undefined ? [pointer] : [];
}
