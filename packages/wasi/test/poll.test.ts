import type { Grant } from "@polyplug/wasi";
import { expect, onTestFinished, test, vi } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { type Guest, startGuest } from "./guests/start-guest.ts";

const [input, output, count] = [0x1000, 0x8000, 0x400];
const [clock, fdRead, fdWrite] = [0, 1, 2];
const absolute = 1;

async function startPoller(grant: Grant = {}): Promise<Guest> {
  const guest = await startGuest(allFunctions, grant);
  guest.bytes().fill(0xff, output, output + 0x1000);
  return guest;
}

function subscribeClock(guest: Guest, index: number, timeout: bigint, { id = 1, flags = 0 } = {}): void {
  const at = input + index * 48;
  guest.view().setBigUint64(at, BigInt(100 + index), true);
  guest.view().setUint8(at + 8, clock);
  guest.view().setUint32(at + 16, id, true);
  guest.view().setBigUint64(at + 24, timeout, true);
  guest.view().setUint16(at + 40, flags, true);
}

function subscribeStream(guest: Guest, index: number, type: number, fd: number): void {
  const at = input + index * 48;
  guest.view().setBigUint64(at, BigInt(100 + index), true);
  guest.view().setUint8(at + 8, type);
  guest.view().setUint32(at + 16, fd, true);
}

function events(guest: Guest): unknown[] {
  return Array.from({ length: guest.view().getUint32(count, true) }, (_, index) => {
    const view = new DataView(guest.memory.buffer, output + index * 32, 32);
    return {
      userdata: Number(view.getBigUint64(0, true)),
      errno: view.getUint16(8, true),
      type: view.getUint8(10),
      bytes: Number(view.getBigUint64(16, true)),
      flags: view.getUint16(24, true),
    };
  });
}

function poll(guest: Guest, subscriptions: number): number {
  return guest.call("poll_oneoff", input, output, subscriptions, count);
}

test("a wait within the grant takes its time and gives one event", async () => {
  const guest = await startPoller({ sleep: "100ms" });
  subscribeClock(guest, 0, 20_000_000n);
  const start = performance.now();
  expect(poll(guest, 1)).toBe(0);
  expect(performance.now() - start).toBeGreaterThanOrEqual(19);
  expect(events(guest)).toEqual([{ userdata: 100, errno: 0, type: clock, bytes: 0, flags: 0 }]);
  const userdata = [100, 0, 0, 0, 0, 0, 0, 0];
  expect([...guest.bytes().slice(output, output + 32)]).toEqual([...userdata, ...Array(24).fill(0)]);
  expect([...guest.bytes().slice(output + 32, output + 64)]).toEqual(Array(32).fill(0xff));
});

test.each([undefined, "5ms"])("a wait beyond the grant (%s) is ENOTSUP at once, and noted", async (sleep) => {
  const guest = await startPoller({ sleep });
  subscribeClock(guest, 0, 2n ** 64n - 1n);
  const wait = vi.spyOn(Atomics, "wait");
  onTestFinished(() => wait.mockRestore());
  expect(poll(guest, 1)).toBe(58);
  expect(wait).not.toHaveBeenCalled();
  expect([...guest.wasi.denied]).toEqual(["sleep"]);
});

test("no wait at all needs no grant", async () => {
  const guest = await startPoller();
  subscribeClock(guest, 0, 0n);
  expect(poll(guest, 1)).toBe(0);
  expect(events(guest)).toHaveLength(1);
  expect([...guest.wasi.denied]).toEqual([]);
});

test("the sooner of several waits is waited for, with those that are due by then", async () => {
  const guest = await startPoller({ sleep: "50ms", clock: { fixed: "2026-01-31T12:00:00Z" } });
  subscribeClock(guest, 0, 9_000_000n);
  subscribeClock(guest, 1, 2_000_000n, { id: 0 });
  subscribeClock(guest, 2, 1_769_860_800_000_000_000n + 2_000_000n, { id: 0, flags: absolute });
  subscribeClock(guest, 3, 1_769_860_800_000_000_000n + 3_000_000n, { id: 0, flags: absolute });
  expect(poll(guest, 4)).toBe(0);
  expect(events(guest)).toMatchObject([{ userdata: 101 }, { userdata: 102 }]);
});

test("instants that have passed are due, however long ago", async () => {
  const guest = await startPoller({ clock: true });
  subscribeClock(guest, 0, 1n, { flags: absolute });
  subscribeClock(guest, 1, 2n, { flags: absolute, id: 0 });
  subscribeStream(guest, 2, fdWrite, 1);
  expect(poll(guest, 3)).toBe(0);
  expect(events(guest)).toMatchObject([{ userdata: 100, errno: 0 }, { userdata: 101, errno: 0 }, { userdata: 102 }]);
});

test("waiting until an instant tells the time, and needs the clock", async () => {
  const guest = await startPoller({ sleep: "1s" });
  subscribeClock(guest, 0, 1n, { flags: absolute });
  expect(poll(guest, 1)).toBe(0);
  expect(events(guest)).toMatchObject([{ userdata: 100, errno: 76, type: clock }]);
  expect([...guest.wasi.denied]).toEqual(["clock"]);
});

test("streams are ready, so that nothing waits beside them, and errors come as events", async () => {
  const guest = await startPoller({ stdin: "abc", stdout: () => undefined });
  subscribeClock(guest, 0, 10n ** 18n);
  subscribeStream(guest, 1, fdRead, 0);
  subscribeStream(guest, 2, fdWrite, 1);
  subscribeStream(guest, 3, fdRead, 1);
  subscribeStream(guest, 4, fdWrite, 9);
  subscribeClock(guest, 5, 0n, { id: 2 });
  subscribeClock(guest, 6, 0n, { flags: 2 });
  expect(poll(guest, 7)).toBe(0);
  expect(events(guest)).toEqual([
    { userdata: 101, errno: 0, type: fdRead, bytes: 3, flags: 0 },
    { userdata: 102, errno: 0, type: fdWrite, bytes: 1, flags: 0 },
    { userdata: 103, errno: 8, type: fdRead, bytes: 0, flags: 0 },
    { userdata: 104, errno: 8, type: fdWrite, bytes: 0, flags: 0 },
    { userdata: 105, errno: 28, type: clock, bytes: 0, flags: 0 },
    { userdata: 106, errno: 28, type: clock, bytes: 0, flags: 0 },
  ]);
});

test("a source may have a byte to read, and an input at its end has hung up", async () => {
  const source = await startPoller({ stdin: { read: () => undefined } });
  subscribeStream(source, 0, fdRead, 0);
  poll(source, 1);
  expect(events(source)).toMatchObject([{ bytes: 1, flags: 0 }]);
  const nothing = await startPoller();
  subscribeStream(nothing, 0, fdRead, 0);
  poll(nothing, 1);
  expect(events(nothing)).toMatchObject([{ bytes: 0, flags: 1 }]);
});

test("subscriptions and events may overlap", async () => {
  const guest = await startPoller();
  for (let index = 0; index < 4; index++) subscribeStream(guest, index, fdWrite, 1);
  expect(guest.call("poll_oneoff", input, input, 4, count)).toBe(0);
  const userdata = [0, 1, 2, 3].map((index) => Number(guest.view().getBigUint64(input + index * 32, true)));
  expect(userdata).toEqual([100, 101, 102, 103]);
});

test("no subscription, too many, and one of no known type are EINVAL", async () => {
  const guest = await startPoller();
  subscribeStream(guest, 0, 3, 1);
  expect([poll(guest, 0), poll(guest, 1025), poll(guest, -1), poll(guest, 1)]).toEqual([28, 28, 28, 28]);
});
