import { createPool, inspectPlugin, type Pool } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

interface Counter {
  next(): number;
  fail(): void;
}

/** Counts its calls, each instance for itself. */
const counter = wat(`(module
  (global $n (mut i32) (i32.const 0))
  (func (export "next") (result i32)
    (global.set $n (i32.add (global.get $n) (i32.const 1)))
    (global.get $n))
  (func (export "fail") unreachable))`);

/** Something that ends when it is told to. */
function held(): { readonly until: Promise<void>; end(): void } {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { until, end };
}

/** Has an instance until the promise is fulfilled, and gives what it counted to. */
const hold = (pool: Pool<Counter>, until: Promise<void>) =>
  pool.run(async ({ next }) => {
    await until;
    return next();
  });

test("each of the exports is a run of its own, and gives a promise", async () => {
  await using pool = await createPool<Counter>(counter, { size: 2, name: "counter" });
  expect([pool.name, pool.info.kind]).toEqual(["counter", "module"]);
  expect(Object.keys(pool.exports)).toEqual(["next", "fail"]);
  // One after the other, the same instance serves.
  expect([await pool.exports.next(), await pool.exports.next(), await pool.exports.next()]).toEqual([1, 2, 3]);
});

test("runs at the same time have an instance each, up to the size; the next waits its turn", async () => {
  await using pool = await createPool<Counter>(counter, { size: 2 });
  const [first, second] = [held(), held()];
  const order: string[] = [];
  const running = [hold(pool, first.until), hold(pool, second.until)];
  const third = pool.exports.next().then((n) => order.push(`third ${n}`));
  const fourth = pool.exports.next().then((n) => order.push(`fourth ${n}`));
  await Promise.resolve();
  expect(order).toEqual([]);
  second.end();
  await Promise.all([third, fourth]);
  expect(order).toEqual(["third 2", "fourth 3"]);
  first.end();
  // The two did not see each other's count.
  expect(await Promise.all(running)).toEqual([1, 1]);
});

test("the queue is bounded, and what is beyond it is refused at once", async () => {
  await using pool = await createPool<Counter>(counter, { size: 1, queue: 1 });
  const busy = held();
  const running = hold(pool, busy.until);
  const waiting = pool.exports.next();
  const error = await failure(() => pool.exports.next());
  expect(error).toMatchObject({ code: "overloaded", plugin: "plugin" });
  expect(error.message).toBe(
    "cannot run plugin: none of its 1 instances is free, and as many runs wait as its queue allows: 1",
  );
  busy.end();
  expect(await Promise.all([running, waiting])).toEqual([1, 2]);
});

test("an instance that trapped is replaced, for those that wait as well, though the run kept the trap to itself", async () => {
  await using pool = await createPool<Counter>(counter, { size: 1 });
  expect(await pool.exports.next()).toBe(1);
  const trapped = pool.run(({ fail }) => failure(fail));
  const waiting = pool.exports.next();
  expect((await trapped).code).toBe("trap");
  expect(await waiting).toBe(1);
  expect(await failure(() => pool.exports.fail())).toMatchObject({ code: "trap" });
  expect(await pool.exports.next()).toBe(1);
});

test("an instance serves no more runs than it is to", async () => {
  await using pool = await createPool<Counter>(counter, { size: 1, runsPerInstance: 2 });
  const counts: number[] = [];
  for (let run = 0; run < 5; run++) counts.push(await pool.exports.next());
  expect(counts).toEqual([1, 2, 1, 2, 1]);
});

test("what a run throws is thrown, and the instance serves on", async () => {
  await using pool = await createPool<Counter>(counter, { size: 1 });
  const fault = new Error("mine");
  await expect(pool.run(() => Promise.reject(fault))).rejects.toBe(fault);
  await expect(
    pool.run(({ next }) => {
      next();
      throw fault;
    }),
  ).rejects.toBe(fault);
  expect(await pool.exports.next()).toBe(2);
});

test("the wait for an instance can be given up, and leaves no trace", async () => {
  await using pool = await createPool<Counter>(counter, { size: 1, queue: 1 });
  const busy = held();
  const running = hold(pool, busy.until);
  const controller = new AbortController();
  const given = pool.run(({ next }) => next(), { signal: controller.signal });
  controller.abort(new Error("too late"));
  const error = await failure(() => given);
  expect(error).toMatchObject({ code: "aborted", cause: expect.objectContaining({ message: "too late" }) });
  const waiting = pool.exports.next();
  busy.end();
  expect(await Promise.all([running, waiting])).toEqual([1, 2]);
  expect(await failure(() => pool.run(() => 1, { signal: controller.signal }))).toMatchObject({ code: "aborted" });
});

test("a run that cannot wait for want of a signal that is one takes no instance from others", async () => {
  await using pool = await createPool<Counter>(counter, { size: 1 });
  const busy = held();
  const running = hold(pool, busy.until);
  await expect(pool.run(() => 1, { signal: {} as AbortSignal })).rejects.toThrow(TypeError);
  busy.end();
  expect([await running, await pool.exports.next()]).toEqual([1, 2]);
});

test("closing refuses those that wait, lets those that run come to their end, and disposes all", async () => {
  const pool = await createPool<Counter>(counter, { size: 2 });
  const busy = held();
  const running = pool.run(async ({ next }, plugin) => {
    await busy.until;
    return { count: next(), plugin };
  });
  const other = pool.run(async (_, plugin) => {
    await busy.until;
    return plugin;
  });
  const waiting = failure(() => pool.exports.next());
  await new Promise((resolve) => setTimeout(resolve, 1));
  let isClosed = false;
  const closing = pool.close().then(() => {
    isClosed = true;
  });
  expect(await waiting).toMatchObject({ code: "disposed", reason: "its pool was closed" });
  expect(isClosed).toBe(false);
  busy.end();
  const { count, plugin } = await running;
  expect(count).toBe(1);
  const last = await other;
  await closing;
  expect([plugin.alive, last.alive]).toEqual([false, false]);
  expect(await failure(() => pool.exports.next())).toMatchObject({ code: "disposed" });
  await pool.close();
});

test("an instance that cannot be made leaves room for the next to try", async () => {
  let attempts = 0;
  const source = wat(`(module (import "host" "start" (func $start)) (func (export "next") (result i32) i32.const 7)
    (func (export "fail") unreachable) (start $start))`);
  const start = () => {
    if (++attempts === 2) throw new Error("not now");
  };
  await using pool = await createPool<Counter>(source, { size: 1, runsPerInstance: 1, imports: { host: { start } } });
  const [first, second, third] = [pool.exports.next(), failure(() => pool.exports.next()), pool.exports.next()];
  expect(await first).toBe(7);
  expect(await second).toMatchObject({ code: "trap" });
  expect(await third).toBe(7);
});

test("interfaces are objects of a pool too, and resources are had in a run alone", async () => {
  const maker = wat(`(module
    (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
    (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0)))`);
  interface Maker {
    readonly things: { readonly Thing: new (value: number) => { get(): number } };
  }
  await using pool = await createPool<Maker>(maker, { size: 1, contract: linkContract("maker") });
  expect(Object.keys(pool.exports.things)).toEqual([]);
  expect(await pool.run(({ things: { Thing } }) => new Thing(5).get())).toBe(5);
  await using numbers = await createPool<{ readonly numbers: { next(): number } }>(
    wat(`(module (func (export "test:links/numbers@1.0.0#next") (result i32) i32.const 3))`),
    { size: 1, contract: linkContract("counter") },
  );
  expect(await numbers.exports.numbers.next()).toBe(3);
});

test("options that do not fit are refused, and so is what cannot be loaded", async () => {
  const make = (options: object) => failure(() => createPool(counter, options as { size: number }));
  expect((await make({})).message).toBe("cannot pool plugin: size must be a whole number of at least 1, not undefined");
  for (const size of [0, 1.5, "2", Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(await make({ size })).toMatchObject({ code: "bad-argument", path: "size" });
  }
  expect(await make({ size: 1, queue: -1 })).toMatchObject({ code: "bad-argument", path: "queue" });
  expect(await make({ size: 1, runsPerInstance: 0 })).toMatchObject({ code: "bad-argument", path: "runsPerInstance" });
  expect((await make({ size: 1, quue: 1 })).reason).toContain('did you mean "queue"');
  const error = await failure(() => createPool(new Uint8Array(3), { size: 1 }));
  expect(error.code).toBe("not-wasm");
});

test("the source is read once, whatever it is", async () => {
  const body = new Response(counter);
  await using pool = await createPool<Counter>(body, { size: 3, runsPerInstance: 1 });
  expect([await pool.exports.next(), await pool.exports.next()]).toEqual([1, 1]);
  expect((await inspectPlugin(counter)).size).toBe(pool.info.size);
});
