import { ResultError } from "@polyplug/errors";
import type { KeyValueBucket } from "../../service-grants.ts";

/** What a counter may be. */
export interface CounterRange {
  readonly least: bigint;
  readonly most: bigint;
}

/** Adds to a counter, which is kept in decimal digits as other hosts keep it, and gives what it is then. */
export function increment(bucket: KeyValueBucket, key: string, delta: bigint, { least, most }: CounterRange): bigint {
  const value = bucket.get(key);
  const text = value === undefined ? "0" : new TextDecoder().decode(value.subarray(0, longestCounter + 1));
  if (!/^-?\d{1,20}$/.test(text)) return refuse("the value is no number");
  const sum = BigInt(text) + delta;
  if (sum < least || sum > most) return refuse("the sum is too large for a counter");
  bucket.set(key, new TextEncoder().encode(String(sum)));
  return sum;
}

/** Characters of the longest counter: a sign and the digits of 2^64. */
const longestCounter = 21;

function refuse(reason: string): never {
  throw new ResultError({ tag: "other", val: reason });
}
