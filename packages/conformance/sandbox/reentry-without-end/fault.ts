import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "plugin and host call each other until there is no more room for calls",
  options: (stage) => ({ imports: { env: { back: () => stage.guest.exports["run"]?.() } } }),
  // Apart, the calls around the one that fails may be told first that the plugin has ended.
  seen: (tier) => ({
    ends: { code: tier === "inline" ? "trap" : "poisoned", export: "run" },
  }),
};
