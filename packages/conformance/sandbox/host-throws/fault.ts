import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function of the host's throws, and the plugin catches that",
  options: () => ({
    imports: {
      env: {
        ask: () => {
          throw new Error("no such user");
        },
      },
    },
  }),
  seen: () => ({ ends: { code: "trap", export: "run", reason: "host function env.ask threw: no such user" } }),
};
