import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "1,024 iovecs over the same bytes are written until output ends",
  options: () => ({ grant: { stdout: () => undefined }, limits: { output: "1MiB" } }),
  seen: () => ({ ends: { code: "output-limit", path: "limits.output", export: "run" } }),
};
