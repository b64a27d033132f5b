import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function calls itself until the stack ends",
  play: (stage) => stage.call("run", 0n),
  seen: () => ({ ends: { code: "trap", export: "run", reason: "trap: stack exhausted" } }),
};
