import { createPreview1, preview1Signatures } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions, specification } from "./guests/all-functions.ts";
import { startGuest } from "./guests/start-guest.ts";

/** What the adapter for components has beside preview1. */
const clockPause = "adapter_monotonic_clock_set_paused";

test("the signatures are those of the specification, all 46", () => {
  expect(specification).toHaveLength(46);
  const signatures = [...preview1Signatures]
    .map(([name, { params, results }]) => ({ name, params, results }))
    .filter(({ name }) => name !== clockPause);
  expect(signatures.toSorted(byName)).toEqual(specification.toSorted(byName));
});

test("the functions take as many arguments as their signatures say", async () => {
  const { imports } = await createPreview1(undefined, { name: "guest" });
  const lengths = Object.entries(imports)
    .map(([name, entry]) => [name, entry.length])
    .filter(([name]) => name !== clockPause);
  expect(lengths.toSorted()).toEqual(specification.map(({ name, params }) => [name, params.length]).toSorted());
});

test("the clock may be asked to stand still, which changes nothing", async () => {
  const { imports } = await createPreview1(undefined, { name: "guest" });
  expect(preview1Signatures.get(clockPause)).toEqual({ params: ["i32"], results: [] });
  expect(imports[clockPause]?.(1)).toBe(0);
});

test("a module that imports every function links", async () => {
  const { wasi } = await startGuest(allFunctions);
  expect(wasi.ended).toBeUndefined();
});

test("the imports are nothing but the functions and stay as they are", async () => {
  const { imports } = await createPreview1(undefined, { name: "guest" });
  expect(Object.getPrototypeOf(imports)).toBeNull();
  expect(Object.isFrozen(imports)).toBe(true);
  expect(imports["fd_write"]?.name).toBe("fd_write");
});

test("a function that is linked with other types than its own answers EINVAL and does nothing", async () => {
  const { imports } = await createPreview1(undefined, { name: "guest" });
  expect(imports["fd_close"]?.(1n)).toBe(28);
  expect(imports["fd_close"]?.()).toBe(28);
  expect(imports["fd_allocate"]?.(1, 2, 3)).toBe(28);
  expect(imports["fd_close"]?.({ valueOf: () => 1 })).toBe(28);
  expect(imports["fd_close"]?.(1)).toBe(0);
});

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
