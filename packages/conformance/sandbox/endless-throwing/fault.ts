import { type Fault, noTimeWhileSuspended, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "exceptions are thrown and caught without an end",
  without: { suspending: noTimeWhileSuspended },
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
