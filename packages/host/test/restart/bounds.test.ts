import { loadPlugin, type OnFault, type PluginError, type PluginEvent } from "@polyplug/host";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { collected } from "../collected.ts";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { answer, type Counter, counter } from "./counter.ts";

afterEach(() => void vi.useRealTimers());

/** Time stands still until the test lets it go on. */
const stopped = () => vi.useFakeTimers({ toFake: ["performance"] });

test("a second fault is backed off from, twice as long each time, and says when the plugin is back", async () => {
  stopped();
  const plugin = await loadPlugin<Counter>(counter, { name: "counter", onFault: { backOff: "50ms" } });
  const waits: number[] = [];
  for (let fault = 0; fault < 5; fault++) {
    const trap = await failure(() => answer(plugin.exports.fail));
    expect(trap.code).toBe("trap");
    if (fault === 0) continue;
    const refused = await failure(() => plugin.exports.next());
    expect(refused).toMatchObject({ code: "poisoned", plugin: "counter", export: "next", cause: trap });
    const [, wait] =
      /^cannot call next: counter failed before \(.*\), and comes back in (\d+) ms$/.exec(refused.message) ?? [];
    waits.push(Number(wait));
    vi.advanceTimersByTime(Number(wait) - 1);
    expect((await failure(() => plugin.exports.next())).message).toMatch(/in 1 ms$/);
    vi.advanceTimersByTime(1);
  }
  expect(waits).toEqual([50, 100, 200, 400]);
  expect(await answer(plugin.exports.next)).toBe(1);
});

test("beyond its restarts it stays poisoned, and says so", async () => {
  stopped();
  const plugin = await loadPlugin<Counter>(counter, {
    name: "counter",
    onFault: { restarts: 2, within: "10s", backOff: "0ms" },
  });
  for (let fault = 0; fault < 3; fault++) await failure(() => answer(plugin.exports.fail));
  expect(plugin.alive).toBe(false);
  vi.advanceTimersByTime(60_000);
  const error = await failure(() => plugin.exports.next());
  expect(error).toMatchObject({ code: "poisoned", cause: { code: "trap" } });
  expect(error.message).toMatch(/, and its 2 restarts within 10 s are used up; load it again$/);
});

test("between two faults in one turn the next instance is not linked yet, and calls are told so", async () => {
  const plugin = await loadPlugin<Counter>(counter, { name: "counter", onFault: { backOff: "0ms" } });
  const { next, fail } = plugin.exports;
  const codes = [fail, fail, next].map((call) => {
    try {
      return call();
    } catch (error) {
      return (error as PluginError).code;
    }
  });
  expect(codes).toEqual(["trap", "trap", "poisoned"]);
  expect(await answer(next)).toBe(1);
});

test("restarts that were long ago count no more", async () => {
  stopped();
  const bounds = { restarts: 1, within: "10s" };
  const plugin = await loadPlugin<Counter>(counter, { onFault: bounds });
  for (let fault = 0; fault < 5; fault++) {
    await failure(() => plugin.exports.fail());
    expect(await answer(plugin.exports.next)).toBe(1);
    vi.advanceTimersByTime(10_000);
  }
  expect(plugin.alive).toBe(true);
});

test("whatever faults come when, there are never more restarts in a time than allowed", async () => {
  stopped();
  const waits = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), waits, async (restarts, steps) => {
      const times: number[] = [];
      const onEvent = (event: PluginEvent) => {
        if (event.type === "restart") times.push(event.at);
      };
      const plugin = await loadPlugin<Counter>(counter, {
        onFault: { restarts, within: "1s", backOff: "100ms" },
        onEvent,
      });
      for (const step of steps) {
        vi.advanceTimersByTime(step);
        await failure(() => answer(plugin.exports.fail));
      }
      for (const [index, at] of times.entries()) {
        const later = times[index + restarts];
        if (later !== undefined) expect(later - at).toBeGreaterThanOrEqual(1_000);
      }
      plugin.dispose();
    }),
    { numRuns: 30 },
  );
});

test("a fault within a call that goes on leaves that call to end by itself", async () => {
  const text = `(module (import "env" "again" (func $again))
    (func (export "outer") (result i32) (call $again) (i32.const 1))
    (func (export "fail") unreachable))`;
  const seen: unknown[] = [];
  const again = (): void => {
    if (seen.length > 0) return;
    try {
      plugin.exports.fail();
    } catch (error) {
      seen.push((error as PluginError).code);
    }
    // This one is in the new instance already.
    seen.push(plugin.exports.outer());
  };
  const plugin = await loadPlugin<{ outer(): number; fail(): void }>(wat(text), {
    imports: { env: { again } },
    onFault: "restart",
    stats: true,
  });
  expect(await failure(() => plugin.exports.outer())).toMatchObject({ code: "poisoned" });
  expect(seen).toEqual(["trap", 1]);
  expect(plugin.exports.outer()).toBe(1);
  expect(plugin.stats).toMatchObject({ faults: 1, restarts: 1 });
});

test("a thousand faults leave no instance behind", { timeout: 60_000 }, async () => {
  const plugin = await loadPlugin<Counter>(counter, { onFault: { restarts: 2_000, backOff: "0ms" } });
  const memories: WeakRef<object>[] = [];
  for (let fault = 0; fault < 1_000; fault++) {
    await answer(plugin.exports.next);
    if (fault % 100 === 0) memories.push(new WeakRef(plugin.memories["memory"] ?? {}));
    await failure(() => plugin.exports.fail());
  }
  for (const memory of memories) expect(await collected(memory)).toBe(true);
  expect(await answer(plugin.exports.next)).toBe(1);
});

test.each<[string, unknown]>([
  ["onFault", "again"],
  ["onFault", 3],
  ["onFault.restart", { restart: 1 }],
  ["onFault.restarts", { restarts: 0 }],
  ["onFault.within", { within: 60 }],
  ["onFault.backOff", { backOff: "soon" }],
])("%s that does not fit is refused: %o", async (path, onFault) => {
  const error = await failure(() => loadPlugin(counter, { onFault: onFault as OnFault }));
  expect(error).toMatchObject({ code: "bad-argument", path });
});
