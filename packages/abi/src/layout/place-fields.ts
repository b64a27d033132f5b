import type { ValueType } from "../types/value-type.ts";
import { alignTo } from "./align-to.ts";
import { alignment } from "./alignment.ts";
import { elementSize } from "./element-size.ts";

/** Where something lies, in bytes from the start of what it is part of. */
export interface Placed {
  readonly offset: number;
}

/**
 * The fields of a record, each with its place in it.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading | Canonical ABI, loading}.
 */
export function placeFields<Field extends { readonly type: ValueType }>(fields: readonly Field[]): (Field & Placed)[] {
  let end = 0;
  return fields.map((field) => {
    const offset = alignTo(end, alignment(field.type));
    end = offset + elementSize(field.type);
    return { ...field, offset };
  });
}
