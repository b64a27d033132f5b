import { type Fault, noTimeWhileSuspended, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "_initialize never returns",
  without: { suspending: noTimeWhileSuspended },
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ refused: { code: "time-limit", path: "limits.time" } }),
};
