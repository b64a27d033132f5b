import type { FunctionOptions, ResourceMapping } from "../canonical/canonical-abi.ts";
import { checkFunction } from "../canonical/check-function.ts";
import type { Loans, Part, Passages } from "../canonical/passage.ts";
import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import { fieldOffsets } from "../layout/field-offsets.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { TupleType } from "../types/value-type.ts";
import { CallContext } from "./call-context.ts";
import type { CallScope } from "./call-scope.ts";
import { load } from "./load.ts";
import { store } from "./store.ts";
import { paramSlots, resultSlots, type ValueSlots } from "./value-slots.ts";

/** Values of one half of a call. */
export function passedSlots(
  part: Part,
  verb: "lift" | "lower",
  options: FunctionOptions,
  type: FunctionType,
): ValueSlots {
  return part === "arguments" ? paramSlots(verb, options, type) : resultSlots(verb, options, type);
}

/** What ends the loans of a scope. */
export function loansOf(scope: CallScope, resources: ResourceMapping | undefined): Loans {
  return { end: () => scope.end(resources) };
}

/** The two halves of a call value by value. */
export const referencePassages: Passages = {
  writer(part, type, options) {
    checkFunction("lift", type, options);
    const { instance, resources } = options;
    const { subject, slots } = passedSlots(part, "lower", options, type);
    const tuple: TupleType = { kind: "tuple", types: slots.map((slot) => slot.type) };
    const offsets = fieldOffsets(slots);
    return (values, pointer) => {
      const cx = new CallContext(options);
      try {
        cx.begin(subject);
        cx.checkRange(pointer, alignment(tuple), elementSize(tuple), "the memory for it is");
        for (const [index, slot] of slots.entries()) {
          cx.begin(slot.subject, slot.root);
          store(cx, values[index], slot.type, pointer + (offsets[index] ?? 0));
        }
      } catch (thrown) {
        cx.scope.abandon(instance.handles, resources);
        const isReallocs = !instance.mayLeave;
        instance.mayLeave = true;
        throw isReallocs || cx.guestFailed ? thrown : cx.errorInValue(thrown);
      }
      return loansOf(cx.scope, resources);
    };
  },
  reader(part, type, options) {
    checkFunction("lift", type, options);
    const { subject, slots } = passedSlots(part, "lift", options, type);
    const tuple: TupleType = { kind: "tuple", types: slots.map((slot) => slot.type) };
    const offsets = fieldOffsets(slots);
    return (pointer) => {
      const cx = new CallContext(options);
      cx.begin(subject);
      cx.checkRange(pointer, alignment(tuple), elementSize(tuple), "they are");
      const values = slots.map((slot, index) => {
        cx.begin(slot.subject, slot.root);
        return load(cx, pointer + (offsets[index] ?? 0), slot.type);
      });
      return { values, loans: loansOf(cx.scope, options.resources) };
    };
  },
};
