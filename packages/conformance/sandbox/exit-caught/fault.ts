import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "proc_exit is caught, and the plugin goes on as if nothing had happened",
  seen: () => ({ ends: { code: "exited", exitCode: 7, export: "run" } }),
};
