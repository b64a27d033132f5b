import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function of the host's disposes the plugin that calls it, and answers",
  options: (stage) => ({
    imports: {
      env: {
        ask: () => {
          stage.guest.dispose();
          return 7;
        },
      },
    },
  }),
  seen: () => ({ ends: { code: "disposed", export: "run" } }),
};
