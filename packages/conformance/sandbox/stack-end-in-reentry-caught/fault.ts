import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "plugin and host call each other until the stack ends, and the plugin catches what comes of that and loops",
  options: (stage) => ({ limits: { time: soon }, imports: { env: { back: () => stage.guest.exports["run"]?.() } } }),
  // Which of the calls within each other is told of first differs, as do those who told of one before.
  seen: () => ({ ends: { code: ["trap", "time-limit", "poisoned"], export: "run" } }),
};
