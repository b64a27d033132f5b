import type { IntegerKind, ValueType } from "../types/value-type.ts";

/** Whether every value of one kind of integer is one of the other as well: `u8` of `u16` and `s16`, not of `s8`. */
export function integerWidens(from: IntegerKind, to: IntegerKind): boolean {
  const [bits, wider] = [Number(from.slice(1)), Number(to.slice(1))];
  if (from[0] === to[0]) return bits <= wider;
  return from[0] === "u" && bits < wider;
}

/** Whether a type is an integer: those of which the name is a letter and a number. */
export function isInteger(type: ValueType): type is ValueType & { readonly kind: IntegerKind } {
  return /^[su]\d/.test(type.kind);
}
