import { Refusal } from "./refusal.ts";

/**
 * A component says itself what types its imports have, and nothing says that they are those of WASI: an argument may be
 * of another one, and is not to be worked with then.
 */
export function mismatch(): never {
  throw new Refusal("trap", " with other types than it has in WASI 0.2");
}

export function u8(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xff ? value : mismatch();
}

export function u16(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 16 ? value : mismatch();
}

export function u32(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 32 ? value : mismatch();
}

export function u64(value: unknown): bigint {
  return typeof value === "bigint" && value >= 0n ? value : mismatch();
}

export function bytes(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : mismatch();
}

/** What has fields, by their names in camelCase: a record, flags or the case of a variant. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : mismatch();
}

export function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : mismatch();
}

export function s64(value: unknown): bigint {
  return typeof value === "bigint" ? value : mismatch();
}

export function string(value: unknown): string {
  return typeof value === "string" ? value : mismatch();
}

/** One of these texts, as the cases of an enum are. */
export function oneOf<Case extends string>(cases: readonly Case[], value: unknown): Case {
  return cases.find((one) => one === value) ?? mismatch();
}

/** An option, of which none is undefined. */
export function optional<Value>(read: (value: unknown) => Value, value: unknown): Value | undefined {
  return value === undefined ? undefined : read(value);
}

export function resource<Instance>(of: abstract new (...args: never[]) => Instance, value: unknown): Instance {
  return value instanceof of ? value : mismatch();
}
