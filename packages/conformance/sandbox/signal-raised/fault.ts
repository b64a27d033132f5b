import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "SIGKILL is raised, which is the plugin's own",
  seen: () => ({ ends: { code: "trap", export: "run", reason: "it raised the signal 9 (kill)" } }),
};
