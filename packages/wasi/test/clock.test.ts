import type { Grant } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { startGuest } from "./guests/start-guest.ts";

const [realtime, monotonic] = [0, 1];

async function startClock(clock: Grant["clock"]) {
  const guest = await startGuest(allFunctions, { clock, sleep: "1s" });
  const read = (name: string, ...args: (number | bigint)[]): bigint => {
    expect(guest.call(name, ...args, 0x400)).toBe(0);
    return guest.view().getBigUint64(0x400, true);
  };
  return {
    guest,
    time: (id: number) => read("clock_time_get", id, 0n),
    resolution: (id: number) => read("clock_res_get", id),
  };
}

test("the wall clock is the host's, to the millisecond", async () => {
  const { time, resolution } = await startClock(true);
  const before = BigInt(Date.now());
  const now = time(realtime);
  expect(now % 1_000_000n).toBe(0n);
  expect(now / 1_000_000n).toBeGreaterThanOrEqual(before);
  expect(now / 1_000_000n).toBeLessThanOrEqual(BigInt(Date.now()));
  expect(resolution(realtime)).toBe(1_000_000n);
});

test("the monotonic clock goes on, never back, and is never zero", async () => {
  const { time, resolution } = await startClock(true);
  const times = Array.from({ length: 1000 }, () => time(monotonic));
  expect(times[0]).toBeGreaterThan(0n);
  expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
  expect(resolution(monotonic)).toBe(1_000n);
});

test("times are rounded down to the resolution that was granted", async () => {
  const { time, resolution } = await startClock({ resolution: "10ms" });
  expect([time(realtime) % 10_000_000n, time(monotonic) % 10_000_000n]).toEqual([0n, 0n]);
  expect([resolution(realtime), resolution(monotonic)]).toEqual([10_000_000n, 10_000_000n]);
});

test.each([["2026-01-31T12:00:00.5Z"], [new Date("2026-01-31T12:00:00.500Z")]])(
  "a fixed clock stands still, and only sleeping moves it on",
  async (fixed) => {
    const { guest, time } = await startClock({ fixed });
    expect(time(realtime)).toBe(1_769_860_800_500_000_000n);
    const start = time(monotonic);
    expect(start).toBeGreaterThan(0n);
    await new Promise((resolve) => setTimeout(resolve, 3));
    expect([time(realtime), time(monotonic)]).toEqual([1_769_860_800_500_000_000n, start]);
    guest.view().setBigUint64(0x618, 2_000_000n, true);
    expect(guest.call("poll_oneoff", 0x600, 0x700, 1, 0x500)).toBe(0);
    expect([time(realtime), time(monotonic)]).toEqual([1_769_860_800_502_000_000n, start + 2_000_000n]);
  },
);

test.each([2, 3, 4, -1])("there is no clock %i", async (id) => {
  const { guest } = await startClock(true);
  expect(guest.call("clock_time_get", id, 0n, 0x400)).toBe(28);
  expect(guest.call("clock_res_get", id, 0x400)).toBe(28);
});
