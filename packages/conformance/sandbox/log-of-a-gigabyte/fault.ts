import { expect } from "vitest";
import type { Fault } from "../../test/sandbox/fault.ts";

let characters = 0;

export const fault: Fault = {
  what: "a gigabyte is logged, and a mebibyte of it comes out",
  options: () => ({
    grant: {
      logging: ({ message }: { message: string }) => {
        characters += message.length;
      },
    },
  }),
  play: async (stage) => {
    characters = 0;
    await stage.call("run").finally(() => expect(characters).toBeLessThanOrEqual(2 ** 20));
  },
  seen: () => ({ ends: { code: "output-limit", export: "run" } }),
};
