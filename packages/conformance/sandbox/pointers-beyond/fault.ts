import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "pointers at the end of memory, and lengths beyond it",
  options: () => ({ grant: { clock: true, random: true } }),
  seen: () => ({ gives: [21, 21, 21, 21, 21, 21] }),
};
