import { decodeModule } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { forTime, instantiate, meter } from "./instance.ts";
import { wat } from "./wat.ts";

const small = "(func (param i32) (loop (br_if 0 (i32.const 0))))";
const large = `(func ${"nop ".repeat(60)})`;

/** The share of bodies of less than 50 bytes. */
function shareOfSmall(bytes: Uint8Array): number {
  const { bodies } = decodeModule(bytes);
  return bodies.filter(({ start, end }) => end - start < 50).length / bodies.length;
}

// A loop whose body is copied is small no more.
const growing = `(func (param i32) (loop (br_if 0 (i32.sub (local.get 0) (i32.sub (local.get 0) (i32.const 100000))))))`;

test.each([
  ["most functions small", growing.repeat(5) + large.repeat(3), 0.5],
  ["some functions small", growing.repeat(4) + large.repeat(6), 0.4],
])("a module with %s is still one", (_, text, least) => {
  const bytes = wat(`(module ${text})`);
  expect(shareOfSmall(meter(bytes, forTime).bytes)).toBeGreaterThanOrEqual(least);
});

test.each([
  ["with few small functions", growing + large.repeat(9)],
  ["whose small functions stay so", small.repeat(3) + large.repeat(3)],
  ["without functions", ""],
])("a module %s has none added", (_, text) => {
  const bytes = wat(`(module ${text})`);
  expect(decodeModule(meter(bytes, forTime).bytes).bodies).toHaveLength(decodeModule(bytes).bodies.length);
});

test("what was added disturbs nothing", async () => {
  const bytes = wat(`(module ${growing.repeat(2)} (func (export "run") (result i32) (i32.const 7)))`);
  const { exports } = await instantiate(bytes, forTime);
  expect(Object.keys(exports)).toEqual(["run"]);
  expect(exports["run"]?.()).toBe(7);
});
