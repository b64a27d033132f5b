import { refuseUnknownKeys } from "@polyplug/errors";
import { expect, test } from "vitest";

const known = ["stdout", "stderr", "clock"];

test("known keys pass, in any number", () => {
  expect(() => refuseUnknownKeys("load a.wasm", "grant", { clock: true, stdout: 1 }, known)).not.toThrow();
});

test("a misspelt key is refused with the nearest known one", () => {
  expect(() => refuseUnknownKeys("load a.wasm", "grant", { stduot: 1 }, known)).toThrow(
    'cannot load a.wasm: grant has no key "stduot", did you mean "stdout"',
  );
});

test("a key like none of the known ones is refused with all of them", () => {
  expect(() => refuseUnknownKeys("load a.wasm", "grant", { filesystem: 1 }, known)).toThrow(
    'cannot load a.wasm: grant has no key "filesystem", known are stdout, stderr, clock',
  );
});
