import { type Fault, noTimeWhileSuspended, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "realloc never returns",
  without: { suspending: noTimeWhileSuspended },
  options: () => ({ limits: { time: soon } }),
  play: (stage) => stage.call("run", "a line"),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
