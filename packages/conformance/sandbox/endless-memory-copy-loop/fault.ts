import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "memory is copied over itself, gigabytes at a time, in a loop",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
