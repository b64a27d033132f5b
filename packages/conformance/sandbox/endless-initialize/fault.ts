import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "_initialize never returns",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ refused: { code: "time-limit", path: "limits.time" } }),
};
