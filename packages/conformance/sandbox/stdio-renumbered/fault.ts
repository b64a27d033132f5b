import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "stderr takes the place of stdout, and what is not open that of stdin",
  seen: () => ({ gives: [0, 0, 8, 8] }),
};
