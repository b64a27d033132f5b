import type { Tier } from "@polyplug/soak";
import type { Fault } from "../../test/sandbox/fault.ts";

/** How many at once, by what each of them is. */
const count = (tier: Tier): number => (tier === "worker" || tier === "process" ? 6 : 2_000);

export const fault: Fault = {
  what: "as many instances are loaded at once as anybody asks for, and all of them answer",
  play: async (stage) => {
    const guests = await Promise.all(Array.from({ length: count(stage.tier) }, () => stage.load()));
    const sizes = await Promise.all(guests.map(({ exports }) => exports["run"]?.()));
    return sizes.filter((size) => size === 16).length;
  },
  seen: (tier) => ({ gives: count(tier) }),
};
