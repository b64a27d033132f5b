import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "the plugin exits when it is loaded, and with it no thread or process but its own",
  seen: () => ({ refused: { code: "exited", exitCode: 0 } }),
};
