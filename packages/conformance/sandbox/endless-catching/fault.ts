import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "an endless loop has catch_all around it, in a loop without an end",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
