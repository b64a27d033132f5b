import type { IntegerKind, ValueType } from "../types/value-type.ts";

const kinds: ReadonlySet<string> = new Set<IntegerKind>(["s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64"]);

export function isInteger(type: ValueType): type is ValueType & { readonly kind: IntegerKind } {
  return kinds.has(type.kind);
}

/** Whether every value of one kind of integer is one of the other as well: `u8` of `u16` and `s16`, not of `s8`. */
export function integerWidens(from: IntegerKind, to: IntegerKind): boolean {
  const [bits, wider] = [Number(from.slice(1)), Number(to.slice(1))];
  if (from[0] === to[0]) return bits <= wider;
  return from[0] === "u" && bits < wider;
}
