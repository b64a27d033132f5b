import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a function of the host's gives a promise that nobody ever keeps, and a signal ends the call",
  without: { inline: "a promise is refused there at once, as host-rejects shows" },
  options: () => ({ imports: { env: { ask: () => new Promise(() => undefined) } } }),
  play: ({ guest }) => guest.abortable?.(AbortSignal.timeout(50), (exports) => exports["run"]?.()),
  seen: () => ({ ends: { code: "aborted", export: "run" } }),
};
