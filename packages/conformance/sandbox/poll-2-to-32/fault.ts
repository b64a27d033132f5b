import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "2^32 - 1 subscriptions, 1,025, and none",
  seen: () => ({ gives: [28, 28, 28] }),
};
