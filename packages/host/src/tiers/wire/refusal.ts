import type { Area } from "./area.ts";
import { readRecord } from "./fault-record.ts";

/** Why a function of the host failed, as the guest is told it: what it threw has never left the host. */
export interface Refusal {
  readonly code: "trap" | "bad-result";
  /** The number of what it threw. */
  readonly id: number;
  readonly message: string;
}

/** The host is trusted to have written one. */
export function readRefusal(area: Area): Refusal {
  return readRecord(area) as Refusal;
}
