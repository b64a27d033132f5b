import { tree } from "@polyplug/host/files";
import { expect } from "vitest";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a program in C tries every way out of its folder that libc knows, and counts those that lead anywhere",
  options: () => ({ grant: { files: tree({ "/work": { in: { "file.txt": "inside" } } }) } }),
  play: async ({ guest }) => {
    expect(await guest.run()).toBe(0);
    // It runs once.
    return guest.run();
  },
  seen: () => ({ ends: { code: "exited" } }),
};
