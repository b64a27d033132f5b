import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "memory grows until there is no more: at 256 MiB",
  seen: () => ({ gives: 2 ** 28 / 2 ** 16 }),
};
