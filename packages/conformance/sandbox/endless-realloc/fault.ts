import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "realloc never returns",
  options: () => ({ limits: { time: soon } }),
  play: (stage) => stage.call("run", "a line"),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
