import { ResultError } from "@polyplug/errors";
import type { NewTimes } from "../../tree/stat.ts";
import { mismatch, record, u32, u64 } from "../argument.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/clocks/wit/wall-clock.wit | wasi:clocks/wall-clock, datetime}. */
export interface Datetime {
  readonly seconds: bigint;
  readonly nanoseconds: number;
}

const second = 1_000_000_000n;

/** An instant in nanoseconds since 1970, before which there is nothing. */
export function datetimeOf(instant: bigint): Datetime {
  const time = instant > 0n ? instant : 0n;
  return { seconds: time / second, nanoseconds: Number(time % second) };
}

export function newTimes(accessed: unknown, modified: unknown): NewTimes {
  return { accessed: readTimestamp(accessed), modified: readTimestamp(modified) };
}

function readTimestamp(value: unknown): NewTimes["accessed"] {
  const { tag, val } = record(value);
  if (tag === "no-change") return undefined;
  if (tag === "now") return "now";
  if (tag !== "timestamp") return mismatch();
  const { seconds, nanoseconds } = record(val);
  if (u32(nanoseconds) >= second) throw new ResultError("invalid");
  return u64(seconds) * second + BigInt(u32(nanoseconds));
}
