import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function calls itself twice at each of a thousand levels",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
