import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function of the host's gives a promise that nobody ever keeps",
  without: { inline: "a promise is refused there at once, as host-rejects shows" },
  options: () => ({ imports: { env: { ask: () => new Promise(() => undefined) } }, limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
