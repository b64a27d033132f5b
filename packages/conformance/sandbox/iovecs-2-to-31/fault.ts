import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "2^31 iovecs, and 2^32 - 1",
  seen: () => ({ gives: [28, 28, 28, 28] }),
};
