import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import type { ValueType } from "../types/value-type.ts";
import { elements, listLength } from "../values/list.ts";
import type { CallContext } from "./call-context.ts";
import { store } from "./store.ts";

/** Where something of several elements was put, and how many it has. */
export interface StoredRange {
  readonly pointer: number;
  readonly length: number;
}

export function storeList(cx: CallContext, value: unknown, pointer: number, element: ValueType): void {
  const stored = storeListIntoRange(cx, value, element);
  cx.view.setUint32(pointer, stored.pointer, true);
  cx.view.setUint32(pointer + 4, stored.length, true);
}

/** Puts a list into memory that the guest allocates for it. */
export function storeListIntoRange(cx: CallContext, value: unknown, element: ValueType): StoredRange {
  const list = elements(cx, element, value);
  const size = elementSize(element);
  const length = listLength(cx, list, size);
  const pointer = cx.allocate(alignment(element), length * size);
  for (let index = 0; index < length; index++) {
    cx.enter(`[${index}]`);
    store(cx, list[index], element, pointer + index * size);
    cx.leave();
  }
  return { pointer, length };
}
