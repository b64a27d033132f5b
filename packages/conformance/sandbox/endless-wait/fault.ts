import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "memory.atomic.wait32 waits for a change that never comes, and no code runs that could look at a clock",
  options: () => ({ limits: { time: soon } }),
  // Only a process can be ended in the middle of such a wait.
  seen: (tier) =>
    tier === "process"
      ? { ends: { code: "time-limit", path: "limits.time", export: "run" } }
      : { refused: { code: "unsupported" } },
};
