import { type ApartPlugin, createPool, loadPlugin, type PluginError, type PluginEvent } from "@polyplug/host";
import { afterEach, describe, expect, test, vi } from "vitest";
import { eventually } from "../eventually.ts";
import { failure } from "../failure.ts";
import { children, startedIn } from "../tiers/started.ts";
import { apart, gate, loadOn, tiers } from "../tiers/tiers.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { answer, type Counter, counter } from "./counter.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Time goes on, and hours are skipped where the test says so. */
function skipping(): (hours: number) => void {
  const { now } = performance;
  let skipped = 0;
  vi.spyOn(performance, "now").mockImplementation(() => Reflect.apply(now, performance, []) + skipped);
  return (hours) => {
    skipped += hours * 3_600_000;
  };
}

interface Thing extends Disposable {
  get(): number;
}

describe.each(tiers)("on the tier %s", (tier) => {
  test("after a trap the plugin goes on as a new instance, in the functions that it had", async () => {
    using plugin = await loadOn<Counter>(tier, counter, { name: "counter", onFault: "restart", stats: true });
    using other = await loadOn<Counter>(tier, counter);
    const { next, fail } = plugin.exports;
    expect([await next(), await next(), await other.exports.next()]).toEqual([1, 2, 1]);
    expect(await failure(fail)).toMatchObject({ code: "trap", export: "fail" });
    expect(plugin.alive).toBe(true);
    expect([await next(), await plugin.exports.next(), await other.exports.next()]).toEqual([1, 2, 2]);
    expect(plugin.exports.next).toBe(next);
    expect(plugin.stats).toMatchObject({ calls: 5, faults: 1, restarts: 1 });
  });

  test("hours after a fault it is backed off from, twice as many each time, and back", async () => {
    const skip = skipping();
    using plugin = await loadOn<Counter>(tier, counter, {
      name: "counter",
      onFault: { backOff: "3600s", within: "86400s" },
    });
    const waits: number[] = [];
    for (let fault = 0; fault < 4; fault++) {
      const trap = await failure(() => answer(plugin.exports.fail));
      expect(trap.code).toBe("trap");
      if (fault === 0) continue;
      const refused = await failure(() => plugin.exports.next());
      expect(refused).toMatchObject({ code: "poisoned", plugin: "counter", export: "next", cause: trap });
      const wait = /^counter failed before \(.*\), and comes back in (\d+) ms$/.exec(refused.reason)?.[1];
      waits.push(Math.round(Number(wait) / 3_600_000));
      skip(2 ** (fault - 1));
    }
    expect(waits).toEqual([1, 2, 4]);
    expect(await answer(plugin.exports.next)).toBe(1);
  });

  test("beyond its restarts it stays poisoned, and says so", async () => {
    using plugin = await loadOn<Counter>(tier, counter, { onFault: { restarts: 2, within: "60s", backOff: "0ms" } });
    for (let fault = 0; fault < 3; fault++) await failure(() => answer(plugin.exports.fail));
    expect(plugin.alive).toBe(false);
    const error = await failure(() => plugin.exports.next());
    expect(error).toMatchObject({ code: "poisoned", cause: { code: "trap" } });
    expect(error.message).toMatch(/, and its 2 restarts within 60 s are used up; load it again$/);
  });

  test("an instance that cannot start again is another fault", async () => {
    const text = `(module (import "env" "check" (func $check)) (memory (export "memory") 1)
      (func (export "_initialize") (call $check))
      (func (export "next") (result i32) (i32.const 1)) (func (export "fail") unreachable))`;
    let broken = false;
    const check = (): void => {
      if (broken) throw new Error("no more");
    };
    const skip = skipping();
    const events: PluginEvent[] = [];
    using plugin = await loadOn<Counter>(tier, wat(text), {
      imports: { env: { check } },
      onFault: { restarts: 2, within: "86400s", backOff: "3600s" },
      onEvent: (event) => events.push(event),
    });
    await failure(() => plugin.exports.fail());
    broken = true;
    const error = await failure(() => answer(plugin.exports.next));
    expect(error.message).toMatch(/^cannot call next: _initialize: host function env\.check threw: no more/);
    expect((await failure(() => plugin.exports.next())).message).toMatch(/comes back in \d+ ms$/);
    broken = false;
    skip(1);
    expect(await answer(plugin.exports.next)).toBe(1);
    const restarts = events.flatMap((event) => (event.type === "restart" ? [event] : []));
    expect(restarts).toMatchObject([{ restarts: 1, error: { code: "trap" } }, { restarts: 2 }]);
    expect(restarts[1]?.error).toBeUndefined();
  });

  test.each(["compiled", "reference"] as const)(
    "resources of the old instance are gone, classes stay, %s",
    async (canonicalAbi) => {
      const maker = wat(`(module
        (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
        (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32)
          (if (i32.eqz (local.get 0)) (then unreachable))
          (call $new (local.get 0)))
        (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0)))`);
      type Exports = { things: { Thing: new (value: number) => Thing } };
      using plugin = await loadOn<Exports>(tier, maker, {
        name: "maker",
        contract: linkContract("maker"),
        canonicalAbi,
        onFault: "restart",
      });
      const { Thing } = plugin.exports.things;
      const make = async (value: number): ReturnType<typeof Thing.create> =>
        tier === "inline" ? Reflect.construct(Thing as never, [value]) : await Thing.create(value);
      const old = await make(5);
      expect(await old.get()).toBe(5);
      expect(await failure(() => make(0))).toMatchObject({ code: "trap" });
      const error = await failure(async () => await old.get());
      expect(error).toMatchObject({ code: "disposed", plugin: "maker" });
      expect(error.reason).toBe("maker failed, and a new instance has taken its place");
      old[Symbol.dispose]();
      expect(plugin.exports.things.Thing).toBe(Thing);
      const young = await make(6);
      expect([await young.get(), young instanceof (Thing as never)]).toEqual([6, true]);
    },
  );

  test.each(["there", "down"])("disposing ends it for good, when it is %s", async (when) => {
    const events: string[] = [];
    const plugin = await loadOn<Counter>(tier, counter, {
      name: "counter",
      onFault: "restart",
      onEvent: ({ type }) => events.push(type),
    });
    if (when === "down") await failure(() => plugin.exports.fail());
    plugin.dispose();
    plugin.dispose();
    const error = await failure(() => plugin.exports.next());
    expect(error).toMatchObject({ code: "disposed", reason: "counter was disposed" });
    expect(plugin.alive).toBe(false);
    expect(events.filter((type) => type === "dispose")).toHaveLength(1);
  });

  test("an exit ends it for good, which is no fault", async () => {
    const text = `(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1)
      (func (export "quit") (call $exit (i32.const 3))))`;
    using plugin = await loadOn<{ quit(): void }>(tier, wat(text), { onFault: "restart" });
    expect(await failure(() => plugin.exports.quit())).toMatchObject({ code: "exited", exitCode: 3 });
    expect(await failure(() => plugin.exports.quit())).toMatchObject({ code: "exited" });
    expect(plugin.alive).toBe(false);
  });

  test("a command that trapped may be run again", async () => {
    let runs = 0;
    const text = `(module (import "env" "go" (func $go)) (func (export "_start") (call $go)))`;
    const go = (): void => {
      if (runs++ === 0) throw new Error("not yet");
    };
    using plugin = await loadOn(tier, wat(text), { imports: { env: { go } }, onFault: "restart" });
    expect(await failure(() => plugin.run())).toMatchObject({ code: "trap" });
    expect(await plugin.run()).toBe(0);
  });
});

describe.each(tiers.filter((tier) => tier !== "suspending"))("on the tier %s", (tier) => {
  test("beyond a time limit it goes on as well", async () => {
    using plugin = await loadOn<Counter>(tier, counter, { limits: { time: "500ms" }, onFault: "restart" });
    expect(await plugin.exports.next()).toBe(1);
    expect(await failure(() => plugin.exports.spin())).toMatchObject({ code: "time-limit" });
    expect([await plugin.exports.next(), await plugin.exports.next()]).toEqual([1, 2]);
  });

  test("a pool has none of it, for it replaces what failed at once, as often as that is", async () => {
    const options: { size: number; isolation: "worker" } = { size: 2, isolation: tier as "worker" };
    for (const onFault of ["restart", "throw", { restarts: 1 }]) {
      const error = await failure(() => createPool(counter, { ...options, onFault } as typeof options));
      expect(error).toMatchObject({ code: "bad-argument", path: "onFault" });
      expect(error.reason).toBe("onFault is for one plugin: a pool replaces instances that fail by itself");
    }
    await using pool = await createPool<Counter>(counter, options);
    for (let fault = 0; fault < 4; fault++) {
      expect(await failure(() => pool.exports.fail())).toMatchObject({ code: "trap" });
    }
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => pool.exports.next()));
    expect(calls.filter(({ status }) => status === "rejected")).toEqual([]);
  });
});

describe.each(tiers.filter((tier) => tier !== "inline"))("on the tier %s, whose calls give promises", (tier) => {
  test("calls that were made at once end with one error each, and none is made again", async () => {
    const made: number[] = [];
    const text = `(module (import "env" "made" (func $made (param i32)))
      (func (export "next") (param i32) (call $made (local.get 0)))
      (func (export "fail") (param i32) (call $made (local.get 0)) unreachable))`;
    using plugin = await loadOn<{ next(id: number): void; fail(id: number): void }>(tier, wat(text), {
      imports: { env: { made: (id: number) => void made.push(id) } },
      onFault: "restart",
    });
    const { next, fail } = plugin.exports;
    const calls = [next(1), fail(2), next(3), next(4)];
    const settled = await Promise.allSettled(calls);
    const codes = settled.map((one) => (one.status === "rejected" ? one.reason.code : one.status));
    expect(codes).toEqual(["fulfilled", "trap", "poisoned", "poisoned"]);
    expect(made).toEqual([1, 2]);
    await next(5);
    expect(made).toEqual([1, 2, 5]);
  });

  test("calls that are made while it comes back are answered in their order, with the arguments they had", async () => {
    const text = `(module (memory (export "memory") 1)
      (global $sum (mut i32) (i32.const 0))
      (func (export "add") (param i32) (result i32)
        (global.set $sum (i32.add (i32.mul (global.get $sum) (i32.const 10)) (local.get 0)))
        (global.get $sum))
      (func (export "fail") unreachable))`;
    using plugin = await loadOn<{ add(digit: number): number; fail(): void }>(tier, wat(text), { onFault: "restart" });
    const { add, fail } = plugin.exports;
    await failure(fail);
    expect(await Promise.all([add(1), add(2), add(3)])).toEqual([1, 12, 123]);
  });

  test("disposed while it comes back, it answers who waits for that, and leaves nothing", async () => {
    const again = gate();
    const asked = gate();
    let starts = 0;
    const text = `(module (import "env" "start" (func $start)) (memory (export "memory") 1)
      (func (export "_initialize") (call $start))
      (func (export "next") (result i32) (i32.const 1)) (func (export "fail") unreachable))`;
    const start = async (): Promise<void> => {
      if (starts++ === 0) return;
      asked.open();
      await again.opened;
    };
    const events: string[] = [];
    const plugin = await loadOn<Counter>(tier, wat(text), {
      name: "counter",
      imports: { env: { start } },
      onFault: "restart",
      onEvent: ({ type }) => events.push(type),
    });
    await failure(plugin.exports.fail);
    const calls = [plugin.exports.next(), plugin.exports.next()].map((call) => failure(() => call));
    await asked.opened;
    plugin.dispose();
    again.open();
    for (const call of calls) {
      expect(await call).toMatchObject({ code: "disposed", reason: "counter was disposed", export: "next" });
    }
    expect(await failure(plugin.exports.next)).toMatchObject({ code: "disposed" });
    expect(plugin.alive).toBe(false);
    expect(events.filter((type) => type === "dispose" || type === "restart")).toEqual(["dispose"]);
  });

  test("what it calls while it is set up may not call it, for that would wait for itself", async () => {
    let starts = 0;
    const errors: PluginError[] = [];
    const text = `(module (import "env" "start" (func $start)) (memory (export "memory") 1)
      (func (export "_initialize") (call $start))
      (func (export "next") (result i32) (i32.const 1)) (func (export "fail") unreachable))`;
    const start = async (): Promise<void> => {
      if (starts++ > 0) errors.push(await failure(() => plugin.exports.next()));
    };
    using plugin = await loadOn<Counter>(tier, wat(text), { imports: { env: { start } }, onFault: "restart" });
    await failure(plugin.exports.fail);
    expect(await plugin.exports.next()).toBe(1);
    expect(errors.map(({ code, export: exported }) => [code, exported])).toEqual([["trap", "next"]]);
  });

  test("a signal that is aborted ends the call, and the next one has a new instance", async () => {
    const asked = gate();
    const text = `(module (import "env" "wait" (func $wait)) (global $n (mut i32) (i32.const 0))
      (func (export "wait") (call $wait))
      (func (export "next") (result i32)
        (global.set $n (i32.add (global.get $n) (i32.const 1))) (global.get $n)))`;
    const wait = (): Promise<void> => {
      asked.open();
      return new Promise(() => undefined);
    };
    const options = { imports: { env: { wait } }, onFault: "restart" } as const;
    using plugin = (await loadOn<{ wait(): void; next(): number }>(tier, wat(text), options)) as ApartPlugin<{
      wait(): void;
      next(): number;
    }>;
    expect(await plugin.exports.next()).toBe(1);
    const given = new AbortController();
    const call = plugin.abortable(given.signal, (exports) => exports.wait());
    await asked.opened;
    given.abort();
    expect(await failure(() => call)).toMatchObject({ code: "aborted" });
    expect(await plugin.exports.next()).toBe(1);
  });
});

describe.each(apart)("apart, on the tier %s", (isolation) => {
  const load = () => startedIn(isolation, () => loadPlugin<Counter>(counter, { isolation, onFault: "restart" }));

  test("somebody who ends its thread or process between two calls costs no call", async () => {
    const { result: plugin, kill } = await load();
    expect(await plugin.exports.next()).toBe(1);
    await kill();
    await eventually(() => expect(plugin.stats).toBeUndefined());
    expect(await plugin.exports.next()).toBe(1);
    plugin.dispose();
  });

  test("somebody who ends it during a call costs that call alone", async () => {
    const { result: plugin, kill } = await load();
    const call = failure(() => plugin.exports.spin());
    await kill();
    expect(await call).toMatchObject({ code: "trap", export: "spin" });
    expect(await plugin.exports.next()).toBe(1);
    plugin.dispose();
  });

  test("many faults leave no thread, process or handle behind", { timeout: 120_000 }, async () => {
    const resources = (): string[] => process.getActiveResourcesInfo().filter((one) => one !== "Timeout");
    // What tests before have left may still be ending.
    const [handles, processes] = [resources().length, children()];
    const plugin = await loadPlugin<Counter>(counter, { isolation, onFault: { restarts: 100, backOff: "0ms" } });
    for (let fault = 0; fault < 20; fault++) {
      expect(await answer(plugin.exports.next)).toBe(1);
      await failure(plugin.exports.fail);
      // One that has failed is not replaced before somebody calls.
      await eventually(() => {
        expect(children().filter((child) => !processes.includes(child))).toEqual([]);
        expect(resources().length).toBeLessThanOrEqual(handles);
      });
    }
    plugin.dispose();
  });
});
