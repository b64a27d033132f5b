import { loadPlugin } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

/** Holds on to the things that it is handed, the last two of them. */
const keeper = wat(`(module
  (import "test:links/things@1.0.0" "[method]thing.get" (func $get (param i32) (result i32)))
  (import "test:links/things@1.0.0" "[resource-drop]thing" (func $drop (param i32)))
  (memory (export "memory") 1)
  (global $end (mut i32) (i32.const 1024))
  (global $first (mut i32) (i32.const 0))
  (global $last (mut i32) (i32.const 0))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (local $pointer i32)
    (local.set $pointer (i32.and (i32.add (global.get $end) (i32.const 7)) (i32.const -8)))
    (global.set $end (i32.add (local.get $pointer) (local.get 3)))
    (drop (memory.grow (i32.const 1)))
    (local.get $pointer))
  (func (export "keep") (param i32 i32)
    (global.set $first (global.get $last))
    (global.set $last (local.get 0)))
  (func (export "forget-first") (call $drop (global.get $first)))
  (func (export "last") (result i32) (call $get (global.get $last)))
  (func (export "look-at") (param $things i32) (param $length i32) (param i32) (result i32)
    (local $sum i32)
    (block $end (loop $next
      (br_if $end (i32.eqz (local.get $length)))
      (local.set $sum (i32.add (local.get $sum) (call $get (i32.load (local.get $things)))))
      (call $drop (i32.load (local.get $things)))
      (local.set $things (i32.add (local.get $things) (i32.const 4)))
      (local.set $length (i32.sub (local.get $length) (i32.const 1)))
      (br $next)))
    (local.get $sum)))`);

class Thing {
  readonly #value: number;

  constructor(value: number) {
    this.#value = value;
  }

  get(): number {
    return this.#value;
  }
}

interface Keeper {
  keep(thing: Thing, count: number): void;
  forgetFirst(): void;
  last(): number;
  lookAt(things: readonly Thing[], count: number): number;
}

const options = { contract: linkContract("keeper"), imports: { "test:links/things": { Thing } } };

describe.each(["compiled", "reference"] as const)("%s", (canonicalAbi) => {
  test("a thing that the plugin has already and is handed in vain once more stays the plugin's", async () => {
    using plugin = await loadPlugin<Keeper>(keeper, { ...options, canonicalAbi });
    const { keep, forgetFirst, last } = plugin.exports;
    const thing = new Thing(7);
    keep(new Thing(1), 1);
    keep(thing, 1);
    // The number by which the plugin knew the first is free, and lower than the one of the second.
    forgetFirst();
    expect((await failure(() => keep(thing, 256))).code).toBe("bad-argument");
    expect(last()).toBe(7);
  });

  test("one thing may be lent many times over, and many things at once", async () => {
    using plugin = await loadPlugin<Keeper>(keeper, { ...options, canonicalAbi });
    const { lookAt } = plugin.exports;
    const thing = new Thing(2);
    expect(lookAt([thing, thing, thing], 1)).toBe(6);
    const many = Array.from({ length: 30_000 }, () => new Thing(1));
    expect((await failure(() => lookAt(many, 256))).code).toBe("bad-argument");
    const before = performance.now();
    expect(lookAt(many, 1)).toBe(30_000);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
