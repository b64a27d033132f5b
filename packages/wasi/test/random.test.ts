import type { Grant } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { startGuest } from "./guests/start-guest.ts";

async function draw(random: Grant["random"], sizes: readonly number[] = [4096]): Promise<Uint8Array> {
  const guest = await startGuest(allFunctions, { random });
  let at = 0x400;
  for (const size of sizes) {
    expect(guest.call("random_get", at, size)).toBe(0);
    at += size;
  }
  expect(guest.bytes().slice(at, at + 64)).toEqual(new Uint8Array(64));
  return guest.bytes().slice(0x400, at);
}

test("random bytes differ each time and take every value", async () => {
  const [first, second] = [await draw(true), await draw(true)];
  expect(first).not.toEqual(second);
  expect(new Set(first).size).toBe(256);
});

test("more than the platform gives at a time is put together", async () => {
  const guest = await startGuest(allFunctions, { random: true });
  guest.memory.grow(3);
  expect(guest.call("random_get", 0, 0x40000)).toBe(0);
  expect(new Set(guest.bytes().slice(0x3ff00)).size).toBeGreaterThan(100);
});

test("a seed gives the same bytes each time, in whatever pieces they are asked for", async () => {
  const whole = await draw({ seed: "tea" });
  expect(await draw({ seed: "tea" })).toEqual(whole);
  expect(await draw({ seed: "tea" }, [1, 2, 3, 90, 4000])).toEqual(whole);
  expect(await draw({ seed: "tee" })).not.toEqual(whole);
  expect(await draw({ seed: 1 })).toEqual(await draw({ seed: 1n }));
});

test("seeded bytes are spread evenly", async () => {
  const bytes = await draw({ seed: 0 }, [32_768]);
  const counts = Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = bytes.length / 256;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 255 degrees of freedom: outside of this lies one run in ten thousand at each side.
  expect(chiSquare).toBeGreaterThan(177);
  expect(chiSquare).toBeLessThan(347);
});

test("more than 16 MiB in a call are refused", async () => {
  const guest = await startGuest(
    allFunctions.replace('(memory (export "memory") 1 4)', '(memory (export "memory") 257)'),
    {
      random: true,
    },
  );
  expect(guest.call("random_get", 0, 16 * 1024 * 1024 + 1)).toBe(28);
  expect(guest.call("random_get", 0, 16 * 1024 * 1024)).toBe(0);
});
