import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "sockets are asked for where there is a stream and where there is nothing",
  seen: () => ({ gives: [57, 57, 57, 57, 8] }),
};
