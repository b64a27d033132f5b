import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "two functions call each other by return_call",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
