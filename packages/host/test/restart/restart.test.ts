import { createPool, loadPlugin, type OnFault, type PluginError, type PluginEvent } from "@polyplug/host";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { collected } from "../collected.ts";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

interface Counter {
  next(): number;
  fail(): void;
  spin(): void;
}

/** Counts its calls, each instance from 0. */
const counter = wat(`(module
  (memory (export "memory") 1)
  (global $n (mut i32) (i32.const 0))
  (func (export "next") (result i32)
    (global.set $n (i32.add (global.get $n) (i32.const 1)))
    (global.get $n))
  (func (export "fail") unreachable)
  (func (export "spin") (loop $again (br $again))))`);

afterEach(() => void vi.useRealTimers());

/** What a call gives or throws once it is no longer refused for want of a linked instance, which takes some turns. */
async function answer<T>(call: () => T): Promise<T> {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!/, and is on its way back$/.test((error as Error).message)) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Time stands still until the test lets it go on. */
const stopped = () => vi.useFakeTimers({ toFake: ["performance"] });

test("after a trap the plugin goes on as a new instance, in the functions that it had", async () => {
  const plugin = await loadPlugin<Counter>(counter, { name: "counter", onFault: "restart", stats: true });
  const other = await loadPlugin<Counter>(counter);
  const { next, fail } = plugin.exports;
  expect([next(), next(), other.exports.next()]).toEqual([1, 2, 1]);
  const memory = plugin.memories["memory"];
  expect(await failure(fail)).toMatchObject({ code: "trap", export: "fail" });
  expect(plugin.alive).toBe(true);
  expect([next(), plugin.exports.next(), other.exports.next()]).toEqual([1, 2, 2]);
  expect(plugin.exports.next).toBe(next);
  expect(plugin.memories["memory"]).not.toBe(memory);
  expect(plugin.stats).toMatchObject({ calls: 5, faults: 1, restarts: 1 });
});

test("beyond a time limit it goes on as well", async () => {
  const plugin = await loadPlugin<Counter>(counter, { limits: { time: "20ms" }, onFault: "restart" });
  expect(plugin.exports.next()).toBe(1);
  expect(await failure(() => plugin.exports.spin())).toMatchObject({ code: "time-limit" });
  expect([plugin.exports.next(), plugin.exports.next()]).toEqual([1, 2]);
});

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

test("an instance that cannot start again is another fault", async () => {
  let broken = false;
  const text = `(module (import "env" "check" (func $check)) (start $check)
    (func (export "next") (result i32) (i32.const 1)) (func (export "fail") unreachable))`;
  const check = (): void => {
    if (broken) throw new Error("no more");
  };
  stopped();
  const events: PluginEvent[] = [];
  const plugin = await loadPlugin<Counter>(wat(text), {
    imports: { env: { check } },
    onFault: { restarts: 2 },
    onEvent: (event) => events.push(event),
  });
  await failure(() => plugin.exports.fail());
  broken = true;
  const error = await failure(() => answer(plugin.exports.next));
  expect(error.message).toMatch(/^cannot call next: its start function: host function env\.check threw: no more/);
  expect((await failure(() => plugin.exports.next())).message).toMatch(/comes back in 100 ms$/);
  broken = false;
  vi.advanceTimersByTime(100);
  expect(await answer(plugin.exports.next)).toBe(1);
  const types = events.map((event) => `${event.type}${event.type === "restart" ? ` ${event.restarts}` : ""}`);
  expect(types.filter((type) => type.startsWith("restart"))).toEqual(["restart 1", "restart 2"]);
});

interface Thing extends Disposable {
  get(): number;
}

test.each(["compiled", "reference"] as const)(
  "resources of the old instance are gone, classes stay, %s",
  async (canonicalAbi) => {
    const maker = wat(`(module
    (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
    (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then unreachable))
      (call $new (local.get 0)))
    (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0)))`);
    const { exports } = await loadPlugin<{ things: { Thing: new (value: number) => Thing } }>(maker, {
      name: "maker",
      contract: linkContract("maker"),
      canonicalAbi,
      onFault: "restart",
    });
    const { Thing } = exports.things;
    const old = new Thing(5);
    expect(old.get()).toBe(5);
    expect(await failure(() => new Thing(0))).toMatchObject({ code: "trap" });
    const error = await failure(() => old.get());
    expect(error).toMatchObject({ code: "disposed", plugin: "maker" });
    expect(error.reason).toBe("maker failed, and a new instance has taken its place");
    old[Symbol.dispose]();
    expect(exports.things.Thing).toBe(Thing);
    const young = new Thing(6);
    expect([young.get(), young instanceof Thing]).toEqual([6, true]);
  },
);

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

describe("what ends it for good", () => {
  test("disposing, when it is there and when it is down", async () => {
    for (const isDown of [false, true]) {
      const events: string[] = [];
      const plugin = await loadPlugin<Counter>(counter, {
        name: "counter",
        onFault: "restart",
        onEvent: ({ type }) => events.push(type),
      });
      if (isDown) await failure(() => plugin.exports.fail());
      plugin.dispose();
      plugin.dispose();
      const error = await failure(() => plugin.exports.next());
      expect(error).toMatchObject({ code: "disposed", reason: "counter was disposed" });
      expect(plugin.alive).toBe(false);
      expect(events.filter((type) => type === "dispose")).toHaveLength(1);
    }
  });

  test("an exit, which is no fault", async () => {
    const text = `(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1)
      (func (export "quit") (call $exit (i32.const 3))))`;
    const plugin = await loadPlugin<{ quit(): void }>(wat(text), { onFault: "restart" });
    expect(await failure(() => plugin.exports.quit())).toMatchObject({ code: "exited", exitCode: 3 });
    expect(await failure(() => plugin.exports.quit())).toMatchObject({ code: "exited" });
    expect(plugin.alive).toBe(false);
  });
});

test("a command that trapped may be run again", async () => {
  let runs = 0;
  const text = `(module (import "env" "go" (func $go)) (func (export "_start") (call $go)))`;
  const go = (): void => {
    if (runs++ === 0) throw new Error("not yet");
  };
  const plugin = await loadPlugin(wat(text), { imports: { env: { go } }, onFault: "restart" });
  expect(await failure(() => plugin.run())).toMatchObject({ code: "trap" });
  expect(plugin.run()).toBe(0);
});

test("a pool's instances restart too", async () => {
  await using pool = await createPool<Counter>(counter, { size: 1, onFault: "restart", stats: true });
  await failure(() => pool.exports.fail());
  expect(await pool.exports.next()).toBe(1);
  expect(pool.stats).toMatchObject({ faults: 1, restarts: 1 });
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
