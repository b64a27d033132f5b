import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function of the host's calls the plugin again, which never returns",
  options: (stage) => ({ limits: { time: soon }, imports: { env: { back: () => stage.guest.exports["spin"]?.() } } }),
  // Inline the host passes the error of the call within on, and the error of the call around it says so.
  seen: (tier) => ({
    ends: { code: tier === "inline" ? "trap" : ["time-limit", "poisoned"], export: "run", origin: "time-limit" },
  }),
};
