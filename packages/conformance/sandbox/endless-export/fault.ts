import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "an export never returns",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
