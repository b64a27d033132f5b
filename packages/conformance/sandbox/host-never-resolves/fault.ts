import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function of the host's gives a promise that nobody ever keeps",
  without: { inline: "a promise is refused there at once, as host-rejects shows" },
  options: ({ tier }) => ({
    imports: { env: { ask: () => new Promise(() => undefined) } },
    limits: tier === "suspending" ? {} : { time: soon },
  }),
  play: ({ tier, guest }) => {
    // Where there is no limit of time, a signal ends the call.
    const signal = tier === "suspending" ? AbortSignal.timeout(50) : new AbortController().signal;
    return guest.abortable?.(signal, (exports) => exports["run"]?.());
  },
  seen: (tier) => ({ ends: { code: tier === "suspending" ? "aborted" : "time-limit", export: "run" } }),
};
