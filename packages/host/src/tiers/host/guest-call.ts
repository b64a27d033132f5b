import type { Loans } from "@polyplug/abi";
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
export interface GuestCall {
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
  /** The guest's own call that it is made within; one further out once that has been answered. */
  within: Inquiry | undefined;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  stopListening: (() => void) | undefined;
}

type Required = Pick<GuestCall, "index" | "wire" | "resolve" | "reject">;
type Chosen = Pick<GuestCall, "expects" | "asks" | "record" | "within" | "signal">;

/** A call that nobody has made yet: of the plugin, in its turn, and ended by no signal unless `about` says otherwise. */
export function guestCall({ action, exported }: CallSubject, about: Required & Partial<Chosen>): GuestCall {
  const { index, wire, expects = said.reply, asks = "plugin", record, within, signal, resolve, reject } = about;
  return {
    ...{ action, exported, index, wire, expects, asks, record, within, signal, resolve, reject },
    ...{ body: undefined, loans: undefined, stopListening: undefined },
  };
}
