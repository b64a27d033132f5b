import { abandonedThreads, type Limits } from "@polyplug/host";
import { leaksSince, resources, type Tier, tiers } from "@polyplug/soak";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wat } from "./hostile/wat.ts";
import { readFaults } from "./sandbox/folder.ts";
import { type Guest, loadOn, patience } from "./sandbox/guest.ts";
import { playFault } from "./sandbox/play.ts";

const faults = await readFaults();

interface Adder {
  add(a: number, b: number): number;
}

/** A plugin that means no harm. */
const adder = wat(`(module (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))`);

async function expectAnswer(neighbour: Guest<Adder>): Promise<void> {
  expect(await neighbour.exports.add(1, 7)).toBe(8);
}

async function loadAndAnswer(tier: Tier, limits: Limits = patience(tier)): Promise<void> {
  const newcomer = await loadOn<Adder>(tier, adder, { limits });
  await expectAnswer(newcomer);
  newcomer.dispose();
}

// What every tier loads once, and the watchdog of this thread, are there before anything is counted.
await Promise.all(tiers.map((tier) => loadAndAnswer(tier)));
await loadAndAnswer("inline", { time: "1min" });
const before = await resources();

// The tiers at the same time, for most of theirs is waiting for threads and processes; on each one fault after the other.
describe.concurrent.each(tiers)("on the tier %s", (tier: Tier) => {
  let neighbour: Guest<Adder>;

  beforeAll(async () => {
    neighbour = await loadOn<Adder>(tier, adder, { limits: patience(tier) });
  });
  afterAll(() => neighbour.dispose());

  const played = faults.filter(({ fault }) => fault.without?.[tier] === undefined);
  test.each(played)("$name: $fault.what", { concurrent: false }, async (one) => {
    await playFault(one, tier);
    // What was there before goes on, and what comes after begins.
    await expectAnswer(neighbour);
    await loadAndAnswer(tier);
  });
});

test("after all of them the process holds what it held before", async () => {
  expect(await leaksSince(before)).toEqual([]);
  expect(abandonedThreads()).toBe(0);
});
