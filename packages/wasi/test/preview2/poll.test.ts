import { type Grant, isEndSignal } from "@polyplug/wasi";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Pollable, type Started, startPreview2 } from "./start-preview2.ts";

const fixed = { fixed: "2026-01-31T12:00:00Z" } as const;

async function startPoller(grant: Grant = {}) {
  const plugin = await startPreview2(grant);
  const clock = plugin.use("wasi:clocks/monotonic-clock");
  return {
    ...plugin,
    ...clock,
    poll: (pollables: readonly Pollable[]) => [...Array.from(plugin.use("wasi:io/poll").poll(pollables))],
    stream: () => plugin.use("wasi:cli/stdout").getStdout().subscribe(),
  };
}

function forbidWaiting(): void {
  const wait = vi.spyOn(Atomics, "wait").mockImplementation(() => expect.unreachable("waited"));
  onTestFinished(() => wait.mockRestore());
}

function expectFault({ wasi }: Started, code: string, reason: string): void {
  expect(wasi.ended).toMatchObject({
    kind: "fault",
    error: { code, message: `cannot run guest: it called ${reason}` },
  });
}

test("streams are ready, so that nothing waits beside them", async () => {
  const plugin = await startPoller({ stdin: "abc" });
  forbidWaiting();
  const input = plugin.use("wasi:cli/stdin").getStdin().subscribe();
  const [later, now] = [plugin.subscribeDuration(10n ** 18n), plugin.subscribeDuration(0n)];
  expect([input.ready(), plugin.stream().ready(), now.ready(), later.ready()]).toEqual([true, true, true, false]);
  expect(plugin.poll([later, input, later, plugin.stream(), now])).toEqual([1, 3, 4]);
  input.block();
  expect([...plugin.wasi.denied]).toEqual([]);
});

test.each([undefined, fixed])(
  "the sooner of several waits is waited for, with those that are due by then (%o)",
  async (clock) => {
    const plugin = await startPoller({ sleep: "50ms", clock });
    const [late, soon, twin] = [9_000_000n, 2_000_000n, 2_000_000n].map((wait) => plugin.subscribeDuration(wait));
    if (late === undefined || soon === undefined || twin === undefined) throw new Error("there are three");
    expect(plugin.poll([late, soon, twin])).toEqual([1, 2]);
    expect([late, soon, twin].map((pollable) => pollable.ready())).toEqual([false, true, true]);
    // Two of the nine have gone by.
    expect(plugin.poll([plugin.subscribeDuration(7_000_001n), late])).toEqual([1]);
  },
);

test("what was waited for is ready for good, even by a clock that tells less", async () => {
  const plugin = await startPoller({ sleep: "50ms", clock: { ...fixed, resolution: "10ms" } });
  plugin.subscribeDuration(3_000_000n).block();
  const pollable = plugin.subscribeDuration(1_000_000n);
  pollable.block();
  forbidWaiting();
  expect(pollable.ready()).toBe(true);
  expect(plugin.poll([pollable])).toEqual([0]);
});

test("instants that have passed are due, however long ago, and others are waited for", async () => {
  const plugin = await startPoller({ sleep: "50ms", clock: fixed });
  const now = plugin.now();
  const [past, present, future] = [0n, now, now + 1_000_000n].map((when) => plugin.subscribeInstant(when));
  if (past === undefined || present === undefined || future === undefined) throw new Error("there are three");
  expect([past.ready(), present.ready(), future.ready()]).toEqual([true, true, false]);
  expect(plugin.poll([past, present, future])).toEqual([0, 1]);
  expect(plugin.poll([future, plugin.stream(), plugin.subscribeInstant(now)])).toEqual([1, 2]);
  future.block();
  expect([future.ready(), plugin.now() - now]).toEqual([true, 1_000_000n]);
});

test("without a clock a plugin cannot tell the time by asking whether a wait is over", async () => {
  const plugin = await startPoller({ sleep: "1s" });
  const [wait, other] = [plugin.subscribeDuration(1_000_000n), plugin.subscribeDuration(3_000_000n)];
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(wait.ready()).toBe(false);
  wait.block();
  expect([wait.ready(), other.ready()]).toEqual([true, false]);
});

test("the grant to sleep is for each wait", async () => {
  const plugin = await startPoller({ sleep: "5ms", clock: fixed });
  for (let turn = 0; turn < 3; turn++) plugin.subscribeDuration(5_000_000n).block();
  forbidWaiting();
  expect(() => plugin.subscribeDuration(5_000_001n).block()).toThrow(expect.toSatisfy(isEndSignal));
  const reason = "wasi:io/poll#pollable.block to wait 5000001 ns, which is longer than the grant sleep allows";
  expectFault(plugin, "not-granted", reason);
});

test("a wait without the grant to sleep ends the plugin, and asking for one does not", async () => {
  const plugin = await startPoller({ clock: true });
  const pollable = plugin.subscribeDuration(1_000_000_000n);
  expect(pollable.ready()).toBe(false);
  expect(() => plugin.poll([pollable])).toThrow(expect.toSatisfy(isEndSignal));
  expectFault(plugin, "not-granted", "wasi:io/poll#poll, which needs the grant sleep");
});

test("no pollable and too many are against the rules", async () => {
  const [none, many] = [await startPoller(), await startPoller()];
  expect(() => none.poll([])).toThrow(expect.toSatisfy(isEndSignal));
  expectFault(none, "trap", "wasi:io/poll#poll with no pollable");
  const stream = many.stream();
  expect(many.poll(Array(1024).fill(stream))).toHaveLength(1024);
  expect(() => many.poll(Array(1025).fill(stream))).toThrow(expect.toSatisfy(isEndSignal));
  expectFault(many, "trap", "wasi:io/poll#poll with 1025 pollables, allowed are 1024");
});

test("a wait until the end of time is counted and not rounded", async () => {
  const plugin = await startPoller({ clock: true, sleep: "1ms" });
  const never = plugin.subscribeDuration(2n ** 64n - 1n);
  expect([never.ready(), plugin.poll([never, plugin.stream()])]).toEqual([false, [1]]);
});
