import { type Fault, noTimeWhileSuspended, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "an export never returns",
  without: { suspending: noTimeWhileSuspended },
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
