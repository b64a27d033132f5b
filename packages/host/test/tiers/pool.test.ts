import { createPool, type PluginEvent } from "@polyplug/host";
import { describe, expect, test, vi } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { apart, gate } from "./tiers.ts";

interface Counter {
  next(): number;
  grow(): number;
  fail(): void;
  ask(): number;
}

/** Counts its calls, each instance for itself. */
const counter = wat(`(module
  (import "env" "f" (func $f (result i32)))
  (memory (export "memory") 1)
  (global $n (mut i32) (i32.const 0))
  (func $next (export "next") (result i32)
    (global.set $n (i32.add (global.get $n) (i32.const 1)))
    (global.get $n))
  (func (export "grow") (result i32) (drop (memory.grow (i32.const 1))) (call $next))
  (func (export "ask") (result i32) (call $f))
  (func (export "fail") unreachable))`);

describe.each(apart)("on the tier %s", (isolation) => {
  const options = { isolation, imports: { env: { f: (): number | Promise<number> => 1 } } };

  test("a pool gives each run an instance, and the next its turn", async () => {
    await using pool = await createPool<Counter>(counter, { ...options, size: 2, name: "counter" });
    expect([pool.name, pool.info.kind]).toEqual(["counter", "module"]);
    const [first, second] = [gate(), gate()];
    const hold = (until: Promise<void>) =>
      pool.run(async ({ next }) => {
        await until;
        return await next();
      });
    const running = [hold(first.opened), hold(second.opened)];
    const third = pool.exports.next();
    second.open();
    expect(await third).toBe(2);
    first.open();
    expect(await Promise.all(running)).toEqual([1, 1]);
  });

  test("beyond its queue a pool is overloaded", async () => {
    const held = gate();
    await using pool = await createPool<Counter>(counter, { ...options, size: 1, queue: 1 });
    const running = pool.run(() => held.opened);
    const waiting = pool.exports.next();
    expect(await failure(() => pool.exports.next())).toMatchObject({ code: "overloaded" });
    held.open();
    await running;
    expect(await waiting).toBe(1);
  });

  test("an instance that failed, served its runs, or grew too much is replaced", async () => {
    await using pool = await createPool<Counter>(counter, {
      ...options,
      size: 1,
      runsPerInstance: 3,
      growthPerInstance: "64KiB",
    });
    expect([await pool.exports.next(), await pool.exports.next(), await pool.exports.next()]).toEqual([1, 2, 3]);
    expect(await pool.exports.next()).toBe(1);
    expect(await failure(() => pool.exports.fail())).toMatchObject({ code: "trap" });
    expect(await pool.exports.grow()).toBe(1);
    expect(await pool.exports.grow()).toBe(2);
    expect(await pool.exports.next()).toBe(1);
  });

  test("a signal ends the call of a run that is under way, with its instance", async () => {
    const asked = gate();
    const f = (): Promise<number> => {
      asked.open();
      return new Promise(() => undefined);
    };
    await using pool = await createPool<Counter>(counter, { isolation, size: 1, imports: { env: { f } } });
    const controller = new AbortController();
    const run = pool.run(async ({ ask }) => await ask(), { signal: controller.signal });
    await asked.opened;
    controller.abort();
    expect(await failure(() => run)).toMatchObject({ code: "aborted", export: "ask" });
  });

  test("spares are made ahead, while others run", async () => {
    let loads = 0;
    const onEvent = ({ type }: PluginEvent): void => {
      if (type === "load") loads++;
    };
    await using pool = await createPool<Counter>(counter, { ...options, size: 3, spares: 1, onEvent });
    expect(loads).toBe(1);
    const held = gate();
    const running = pool.run(() => held.opened);
    await vi.waitFor(() => expect(loads).toBe(2), 20_000);
    held.open();
    await running;
    expect(await pool.exports.next()).toBe(1);
  });
});
