import { jsonValue } from "./show-value.ts";

/**
 * A value of a WIT type as JSON: as JavaScript has it, but for `none`, which is null, bytes (`list<u8>`), which are base64,
 * other lists of numbers, which are arrays, and what a JSON number does not carry, which is text: every 64-bit integer, `inf`, `-inf`, `nan` and `-0`.
 */
export function jsonTypedValue(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number" || typeof value === "bigint") return jsonValue("f64", value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(jsonTypedValue);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint16Array | BigInt64Array, jsonTypedValue);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonTypedValue(part)]));
}
