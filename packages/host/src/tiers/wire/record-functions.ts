import type { FunctionType } from "@polyplug/abi";
import { func, string, u32 } from "./wit-types.ts";

/** How a guest has its own calls of WASI written to the record of its host: the functions of the host, by their indices. */
export interface DistantRecord {
  /** Takes a line, and says whether there is room for more. */
  readonly line: number;
  /** Gives a number for a call, or for an object. */
  readonly id: number;
  /** Bytes of JSON that the values of a line may have. */
  readonly room: number;
}

export const lineType: FunctionType = func({ line: string }, { kind: "bool" });

export const idType: FunctionType = func({ of: { kind: "enum", labels: ["call", "object"] } }, u32);
