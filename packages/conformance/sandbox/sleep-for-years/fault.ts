import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a sleep of 292 years, with a grant for less and without one",
  options: () => ({ grant: { clock: true, sleep: "50ms" } }),
  play: async (stage) => {
    const ungranted = await stage.load();
    return [await stage.call("run"), await ungranted.exports["run"]?.()];
  },
  seen: () => ({ gives: [58, 58] }),
};
