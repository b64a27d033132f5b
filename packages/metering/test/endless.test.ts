import { setFlagsFromString } from "node:v8";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endless } from "./endless-guests.ts";
import { endedBy } from "./outcome.ts";
import { wat } from "./wat.ts";

/** The engine's compilers see different reasons to take a check out of a loop. */
const compilers = [
  { compiler: "as the engine likes", flags: "--liftoff" },
  {
    compiler: "optimised from the beginning",
    flags: "--no-liftoff --no-wasm-inlining --no-wasm-inlining-call-indirect",
  },
];

describe.each(compilers)("compiled $compiler", ({ flags }) => {
  beforeAll(() => setFlagsFromString(flags));
  afterAll(() => setFlagsFromString("--liftoff"));

  describe.each(Object.entries(endless))("%s end once another thread says so", (_kind, guests) => {
    test.each(guests)("$what", async ({ bytes, calls }) => {
      const { how, after } = await endedBy(bytes, calls);
      expect(how).toMatch(/^RuntimeError: (unreachable|memory access out of bounds)$/);
      expect(after).toBeLessThan(2_000);
    });
  });
});

test("no guest catches the end of the stack", async () => {
  const again = "(try (do (call $run)) (catch_all))";
  const { how, after } = await endedBy(wat(`(module (func $run (export "run") ${again} ${again}))`));
  expect(how).toBe("RangeError: Maximum call stack size exceeded");
  expect(after).toBeLessThan(2_000);
});
