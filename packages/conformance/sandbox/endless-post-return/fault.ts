import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "post-return never returns",
  options: () => ({ limits: { time: soon } }),
  play: (stage) => stage.call("run", 1),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
