import { describe, expect, test } from "vitest";
import { branchOnNull } from "./by-hand.ts";
import { counted } from "./counted-guests.ts";
import { forBoth, forFuel, instantiate, type MeteredInstance, newPage, plenty } from "./instance.ts";
import { wat } from "./wat.ts";

const limited = (text: string, fuel: bigint): Promise<MeteredInstance> =>
  instantiate(wat(`(module ${text})`), forFuel, {}, newPage(fuel));

const trap = { name: "RuntimeError", message: "unreachable" };

describe("counts", () => {
  test.each(counted)("$what", async ({ text, args, cost }) => {
    const instance = await limited(text, 1_000_000n);
    instance.exports["run"]?.(...args);
    expect(1_000_000n - instance.fuel).toBe(cost);
  });

  test.each(counted)("$what, and just that is enough", async ({ text, args, cost }) => {
    const instance = await limited(text, cost);
    instance.exports["run"]?.(...args);
    expect(instance.fuel).toBe(0n);
    instance.fuel = cost - 1n;
    expect(() => instance.exports["run"]?.(...args)).toThrow(expect.objectContaining(trap));
    expect(instance.fuel).toBeLessThan(0n);
  });

  // block local.get br_on_null | drop end | end
  test.each([
    { what: "taken", argument: null, cost: 3n + 1n },
    { what: "not taken", argument: WebAssembly.Memory, cost: 3n + 2n + 1n },
  ])("br_on_null that is $what", async ({ argument, cost }) => {
    const instance = await instantiate(branchOnNull, forFuel, {}, newPage(100n));
    instance.exports["run"]?.(argument);
    expect(100n - instance.fuel).toBe(cost);
  });

  test("the start function", async () => {
    const start = "(func $start nop nop) (start $start)";
    expect((await limited(start, 3n)).fuel).toBe(0n);
    await expect(limited(start, 2n)).rejects.toMatchObject(trap);
  });
});

describe("ends, and nothing of the guest's goes on,", () => {
  test.each([
    { what: "a loop", text: `(func (export "run") (loop (br 0)))` },
    { what: "recursion", text: `(func $run (export "run") (call $run))` },
    { what: "tail calls", text: `(func $run (export "run") (return_call $run))` },
    { what: "a loop in catch_all", text: `(func (export "run") (loop (try (do (loop (br 0))) (catch_all)) (br 0)))` },
    {
      what: "a loop in try_table",
      text: `(func (export "run") (loop $again (block $all (try_table (catch_all $all) (loop (br 0)))) (br $again)))`,
    },
  ])("$what", async ({ text }) => {
    const instance = await limited(`${text} (func (export "other"))`, 5_000n);
    expect(() => instance.exports["run"]?.()).toThrow(expect.objectContaining(trap));
    expect(instance.fuel).toBeLessThan(0n);
    expect(() => instance.exports["other"]?.()).toThrow(expect.objectContaining(trap));
    instance.fuel = 1n;
    expect(instance.exports["other"]?.()).toBeUndefined();
  });

  test("a bulk operation before it begins", async () => {
    const fill = `(func (export "run") (memory.fill (i32.const 0) (i32.const 1) (i32.const 640000)))`;
    const instance = await limited(`(memory 10) ${fill}`, 10_004n);
    expect(() => instance.exports["run"]?.()).toThrow(expect.objectContaining(trap));
    expect(new Uint8Array(instance.memories[0]?.buffer ?? new ArrayBuffer(1))[0]).toBe(0);
    instance.fuel = 10_005n;
    instance.exports["run"]?.();
    expect(instance.fuel).toBe(0n);
  });

  test("a bulk operation with the largest count there is", async () => {
    const fill = `(func (export "run") (memory.fill (i64.const 0) (i32.const 1) (i64.const -1)))`;
    const instance = await limited(`(memory i64 10) ${fill}`, plenty >> 4n);
    expect(() => instance.exports["run"]?.()).toThrow(expect.objectContaining(trap));
    expect(instance.fuel).toBeLessThan(0n);
  });
});

/** Numbers from a loop with branches, calls and bulk operations. */
const mixer = `
  (memory 2) (table funcref (elem $odd $even))
  (func $odd (param i32) (result i32) (i32.add (i32.mul (local.get 0) (i32.const 3)) (i32.const 1)))
  (func $even (param i32) (result i32) (i32.shr_u (local.get 0) (i32.const 1)))
  (type $step (func (param i32) (result i32)))
  (func (export "run") (param i32) (result i32) (local $steps i32)
    (loop $again
      (memory.fill (i32.const 0) (local.get 0) (i32.and (local.get 0) (i32.const 65535)))
      (local.set 0 (call_indirect (type $step) (local.get 0) (i32.eqz (i32.and (local.get 0) (i32.const 1)))))
      (local.set $steps (i32.add (local.get $steps) (i32.const 1)))
      (br_if $again (i32.gt_u (local.get 0) (i32.const 1))))
    (local.get $steps))`;

test("the same work costs the same, cold and hot, in one instance and in another", async () => {
  const cost = (instance: MeteredInstance, start: number): bigint => {
    instance.fuel = plenty;
    expect(instance.exports["run"]?.(start)).toBe(111);
    return plenty - instance.fuel;
  };
  const first = await limited(mixer, plenty);
  const cold = cost(first, 27);
  expect(cold).toBeGreaterThan(1_000n);
  const hot = new Set(Array.from({ length: 5_000 }, () => cost(first, 27)));
  expect([...hot]).toEqual([cold]);
  expect(cost(await limited(mixer, plenty), 27)).toBe(cold);
});

test("it runs out at the same place, whatever the engine has compiled by then", async () => {
  const steps = `(global $steps (export "steps") (mut i32) (i32.const 0))
    (func $step (global.set $steps (i32.add (global.get $steps) (i32.const 1))))
    (func (export "run") (loop (call $step) (br 0)))`;
  const instance = await limited(steps, plenty);
  const reached = Array.from({ length: 200 }, () => {
    instance.fuel = 100_000n;
    const counter = instance.exports["steps"] as unknown as WebAssembly.Global<"i32">;
    counter.value = 0;
    expect(() => instance.exports["run"]?.()).toThrow(expect.objectContaining(trap));
    return counter.value;
  });
  // The first `loop` is one, then each round is `call br` and `global.get i32.const i32.add global.set end`.
  expect(new Set(reached)).toEqual(new Set([Math.floor((100_000 - 1) / 7)]));
});

describe("with a limit of time as well", () => {
  const loop = wat(`(module (func (export "run") (loop (br 0))) (func (export "call") (call 0)))`);

  test("whichever comes first ends it", async () => {
    const instance = await instantiate(loop, forBoth, {}, newPage(10_000n));
    expect(() => instance.exports["run"]?.()).toThrow(expect.objectContaining(trap));
    expect(instance.fuel).toBeLessThan(0n);
    const other = await instantiate(loop, forBoth);
    other.page[0] = 1;
    expect(() => other.exports["call"]?.()).toThrow(WebAssembly.RuntimeError);
    expect(other.fuel).toBeGreaterThan(plenty - 10n);
  });

  test("all that share a page share both", async () => {
    const page = newPage(10_000n);
    const left = await instantiate(loop, forBoth, {}, page);
    const right = await instantiate(loop, forBoth, {}, page);
    expect(() => left.exports["run"]?.()).toThrow(expect.objectContaining(trap));
    expect(right.fuel).toBe(left.fuel);
    expect(() => right.exports["call"]?.()).toThrow(expect.objectContaining(trap));
    right.fuel = 10_000n;
    left.page[0] = 1;
    expect(() => right.exports["call"]?.()).toThrow(WebAssembly.RuntimeError);
    expect(right.fuel).toBeGreaterThan(0n);
  });
});
