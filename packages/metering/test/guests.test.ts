import { readFile } from "node:fs/promises";
import type {} from "@polyplug/built-guests";
import { decodeModule } from "@polyplug/wasm-binary";
import { describe, expect, inject, test } from "vitest";
import { forBoth, forTime, meter } from "./instance.ts";

const guests = inject("guests").map((guest) => ({
  ...guest,
  title: `${guest.topic} ${guest.language} ${guest.target}`,
}));

test("there are guests", () => {
  expect(guests.length).toBeGreaterThan(0);
});

describe.each(guests)("$title", ({ path }) => {
  test.each([
    ["time", forTime],
    ["time and fuel", forBoth],
  ])("metered by %s the engine takes it, and its exports are the same", async (_, metering) => {
    const bytes = new Uint8Array(await readFile(path));
    const { bytes: made, fuel } = meter(bytes, metering);
    expect(WebAssembly.validate(new Uint8Array(made))).toBe(true);
    expect(decodeModule(made).exports.filter(({ name }) => name !== fuel)).toEqual(decodeModule(bytes).exports);
  });
});
