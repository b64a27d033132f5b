import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "exceptions are thrown and caught without an end",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
