import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a list of strings that are all the same bytes unfolds to hundreds of megabytes",
  options: () => ({ limits: { values: "16MiB" } }),
  seen: () => ({ ends: { code: "memory-limit", export: "run", reason: /limits\.values: .* 16777216 are allowed/ } }),
};
