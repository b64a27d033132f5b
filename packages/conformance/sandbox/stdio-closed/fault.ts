import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "0 to 2 are closed, twice, and written to afterwards",
  seen: () => ({ gives: [0, 0, 0, 8, 8] }),
};
