import { expect } from "vitest";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "exports are named as code, and as what every object of JavaScript has",
  play: async ({ guest }) => {
    const answers: unknown[] = [];
    for (const name of Object.keys(guest.exports)) answers.push(await guest.exports[name]?.());
    expect(Reflect.get(globalThis, "pwned")).toBeUndefined();
    expect(Reflect.get({}, "then")).toBeUndefined();
    return answers.sort();
  },
  seen: () => ({ gives: [1, 2, 3, 4, 5, 6] }),
};
