import { memoize } from "../memoize.ts";
import type { ValueType } from "../types/value-type.ts";
import { alignTo } from "./align-to.ts";
import { alignment } from "./alignment.ts";
import { elementSize } from "./element-size.ts";

/** What a record has side by side, and a list of parameters too. */
export interface Field {
  readonly type: ValueType;
}

/**
 * Where each field of a record lies in it, in bytes from its start.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading | Canonical ABI, loading}.
 */
export const fieldOffsets: (fields: readonly Field[]) => readonly number[] = memoize((fields) => {
  let end = 0;
  return fields.map(({ type }) => {
    const offset = alignTo(end, alignment(type));
    end = offset + elementSize(type);
    return offset;
  });
});
