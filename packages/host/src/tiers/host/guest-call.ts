import type { Loans } from "@polyplug/abi";
import { ResultError } from "@polyplug/errors";
import type { CallRecord } from "../../record/recording-boundary.ts";
import { type Said, said } from "../wire/message.ts";
import type { WireFunction } from "../wire/packing.ts";
import type { Inquiry } from "./inquiry.ts";

/** How a call is told of. */
export interface CallSubject {
  readonly action: string;
  readonly exported?: string | undefined;
}

/** A call of the guest that has not been answered. */
export interface Call {
  readonly action: string;
  readonly exported: string | undefined;
  readonly index: number;
  readonly wire: WireFunction;
  /** What the guest says when it is over and did not fail. */
  readonly expects: Said;
  /** What is asked of: the plugin, or what stays when that has ended. */
  readonly asks: "plugin" | "remains";
  /** The arguments as they lie in an area, of a call that waits for its turn. */
  body: Uint8Array | undefined;
  loans: Loans | undefined;
  /** What is told of what becomes of it; undefined where nobody wants to know. */
  readonly record: CallRecord | undefined;
  /** The guest's own call that it is made within. */
  within: Inquiry | undefined;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  stopListening: (() => void) | undefined;
}

/** A call that nobody has made yet. */
export function callOf(
  { action, exported }: CallSubject,
  wire: WireFunction,
  index: number,
  signal: AbortSignal | undefined,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): Call {
  return {
    ...{ action, exported, index, wire, signal, resolve, reject },
    ...{
      expects: said.reply,
      asks: "plugin",
      record: undefined,
      body: undefined,
      loans: undefined,
      within: undefined,
      stopListening: undefined,
    },
  };
}

/** Gives whoever made the call what a function with a result came to. */
export function settleResult(value: unknown, { record, resolve, reject }: Call): void {
  const { tag, val } = value as { readonly tag: string; readonly val?: unknown };
  if (tag === "ok") {
    record?.gives(val);
    resolve(val);
    return;
  }
  const error = new ResultError(val);
  record?.fails(error);
  reject(error);
}
