import type { CoreType } from "../flatten/core-type.ts";
import { decodeI32AsFloat, decodeI64AsFloat, encodeFloatAsI32, encodeFloatAsI64 } from "../reference/float-bits.ts";
import type { SmallIntegerKind } from "../values/integer.ts";
import type { Unit } from "./unit.ts";

/** The expression for the same bits in a type that holds those of other cases too. */
export function widened(unit: Unit, value: string, have: CoreType, want: CoreType): string {
  if (have === want) return value;
  if (have === "f64") return `${unit.constant(encodeFloatAsI64)}(${value})`;
  const bits = have === "f32" ? `${unit.constant(encodeFloatAsI32)}(${value})` : value;
  return want === "i64" ? `BigInt((${bits})>>>0)` : bits;
}

/** The way back, to the type that a case has there. */
export function narrowed(unit: Unit, value: string, have: CoreType, want: CoreType): string {
  if (have === want) return value;
  if (want === "f64") return `${unit.constant(decodeI64AsFloat)}(${value})`;
  const bits = have === "i64" ? `Number(${unit.constant(BigInt.asUintN)}(32,${value}))` : value;
  return want === "f32" ? `${unit.constant(decodeI32AsFloat)}(${bits})` : bits;
}

/** The expression for a number as an integer of this kind, other bits dropped. */
export function wrapped(kind: SmallIntegerKind, value: string): string {
  switch (kind) {
    case "u8":
      return `(${value}&255)`;
    case "s8":
      return `(${value}<<24>>24)`;
    case "u16":
      return `(${value}&65535)`;
    case "s16":
      return `(${value}<<16>>16)`;
    case "u32":
      return `(${value}>>>0)`;
    case "s32":
      return `(${value}|0)`;
  }
}
