import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import type { ValueType } from "../types/value-type.ts";
import { numberArray, numberArrayConstructor, numberType } from "../values/number-array.ts";
import { listWeight } from "../values/weight.ts";
import type { CallContext } from "./call-context.ts";
import { checkLifted } from "./check-lifted.ts";
import { load } from "./load.ts";

export function loadList(cx: CallContext, pointer: number, element: ValueType): unknown {
  const begin = cx.view.getUint32(pointer, true);
  const length = cx.view.getUint32(pointer + 4, true);
  return loadListFromRange(cx, begin, length, element);
}

/** The list at a place that the guest named. It is checked before anything is allocated. */
export function loadListFromRange(cx: CallContext, pointer: number, length: number, element: ValueType): unknown {
  const size = elementSize(element);
  const byteLength = length * size;
  checkLifted(cx, "list", pointer, alignment(element), byteLength, length * listWeight(element));
  const numbers = numberType(element);
  if (numbers !== undefined && (numbers.view ?? numbers.kind) === numbers.kind) {
    return numberArray(numbers, cx.bytes(pointer, byteLength).slice().buffer);
  }
  const list = Array.from({ length }, (_, index) => {
    cx.enter(`[${index}]`);
    const value = load(cx, pointer + index * size, element);
    cx.leave();
    return value;
  });
  if (numbers === undefined) return list;
  const array = new (numberArrayConstructor(numbers))(length);
  for (const [index, value] of list.entries()) Reflect.set(array, index, value);
  return array;
}
