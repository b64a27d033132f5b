import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "ten tables of ten million entries, which would fill the engine's heap",
  seen: () => ({
    refused: { code: "unsupported", reason: "its tables have 100000000 entries, and 1000000 are allowed" },
  }),
};
