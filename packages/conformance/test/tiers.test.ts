import type {} from "@polyplug/built-guests";
import { expect, inject, test } from "vitest";
import { discoverCases, entryTitle, planMatrix, playCase } from "../src/index.ts";

/** Where a guest runs beside its host: one in each form, so that all cases are played on both tiers. */
const tiers = { core: "worker", component: "process" } as const;

// One language does: what crosses to another thread or process are values, whoever made them.
const entries = planMatrix(await discoverCases(), inject("typedGuests")).flatMap((entry) => {
  const { guest, variant, way } = entry;
  if (variant.language !== "c" || way.tier !== "compiled" || !("path" in guest)) return [];
  const isolation = tiers[way.lowering];
  return [{ title: `${entryTitle(entry)}, ${isolation}`, one: entry.case, guest, isolation }];
});

test("there are cases", () => {
  expect(entries.length).toBeGreaterThan(20);
});

test.for(entries)("$title", async ({ one, guest: { path, grant }, isolation }) => {
  const verdicts = await playCase(one, path, { grant, isolation });
  expect(verdicts.filter(({ difference }) => difference !== undefined)).toEqual([]);
});
