import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function of the host's gives a promise that is rejected",
  options: () => ({ imports: { env: { ask: () => Promise.reject(new Error("no such user")) } } }),
  seen: (tier) =>
    tier === "inline"
      ? {
          ends: {
            code: "bad-result",
            export: "run",
            reason: /it returned a promise, and the plugin waits for one with/,
          },
        }
      : { ends: { code: "trap", export: "run", reason: "host function env.ask threw: no such user" } },
};
