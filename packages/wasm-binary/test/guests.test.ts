import { readFile } from "node:fs/promises";
import type {} from "@polyplug/built-guests";
import { describe, expect, inject, test } from "vitest";
import { expectAgreement } from "./agreement.ts";
import { decodeMutated } from "./mutated.ts";

const guests = inject("guests").map((guest) => ({
  ...guest,
  title: `${guest.topic} ${guest.language} ${guest.target}`,
}));

test("there are guests", () => {
  expect(guests.length).toBeGreaterThan(0);
});

describe.each(guests)("$title", ({ path }) => {
  test("is decoded as the engine does", async () => {
    expectAgreement(await readFile(path));
  });

  test("10,000 mutations give a module or an error with an offset, and never less than the engine accepts", async () => {
    const bytes = await readFile(path);
    // Asking the engine means validating all code, which takes milliseconds for a large guest.
    const engineEvery = Math.max(1, Math.round(bytes.length / 20_000));
    const outcome = decodeMutated(bytes, 10_000, 0x5eed, engineEvery);
    expect(outcome.decoded + outcome.refused).toBe(10_000);
    expect(outcome.refused).toBeGreaterThan(1_000);
    expect(outcome.agreed).toBeGreaterThan(0);
  });
});
