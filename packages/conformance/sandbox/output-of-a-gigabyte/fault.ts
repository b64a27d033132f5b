import { expect } from "vitest";
import type { Fault } from "../../test/sandbox/fault.ts";

let bytes = 0;
const count = (chunk: Uint8Array): void => {
  bytes += chunk.length;
};

export const fault: Fault = {
  what: "a gigabyte is written, and a mebibyte of it comes out, once",
  options: () => ({ grant: { stdout: count, stderr: count } }),
  play: async (stage) => {
    bytes = 0;
    await stage.call("run").finally(() => expect(bytes).toBe(2 ** 20));
  },
  seen: () => ({ ends: { code: "output-limit", path: "limits.output", export: "run" } }),
};
