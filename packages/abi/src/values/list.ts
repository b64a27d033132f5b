import type { CallContext } from "../reference/call-context.ts";
import type { ValueType } from "../types/value-type.ts";
import { describe } from "./describe.ts";
import { isNumberArray, numberKind } from "./number-array.ts";

/** The elements: of an array, or for numbers also of the matching typed array. */
export function elements(cx: CallContext, element: ValueType, value: unknown): ArrayLike<unknown> {
  if (Array.isArray(value)) return value;
  const kind = numberKind(element);
  if (kind !== undefined && isNumberArray(kind, value)) return value;
  throw cx.misfit(`expected a list<${element.kind}> as an array, got ${describe(value)}`);
}
