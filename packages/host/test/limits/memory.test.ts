import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

interface Growing {
  grow(pages: number): number;
}

const growing = (type: string): Uint8Array<ArrayBuffer> =>
  wat(`(module (memory (export "memory") ${type})
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`);

test("a memory grows to its limit and no further", async () => {
  const plugin = await loadPlugin<Growing>(growing("1"), { limits: { memory: "256KiB" } });
  expect(plugin.exports.grow(3)).toBe(1);
  expect(plugin.exports.grow(1)).toBe(-1);
  expect(plugin.memories["memory"]?.buffer.byteLength).toBe(4 * 65_536);
});

const starving = (type: string, before = ""): Uint8Array<ArrayBuffer> =>
  wat(`(module (memory ${type}) (func (export "grow") (param i32) (result i32)
    (if (i32.eq (memory.grow (local.get 0)) (i32.const -1)) (then ${before} unreachable)) (i32.const 7)))`);

test.each([{ time: "10s" }, { fuel: 1_000 }])("a plugin that gives up for it under %o ends with it", async (held) => {
  const limits = { memory: "256KiB", ...held };
  const plugin = await loadPlugin<Growing>(starving("1"), { limits });
  expect(plugin.exports.grow(2)).toBe(7);
  const error = await failure(() => plugin.exports.grow(100));
  expect(error).toMatchObject({ code: "memory-limit", path: "limits.memory", export: "grow" });
  expect(error.reason).toBe("limits.memory: 4 pages of 64 KiB are allowed, it was refused more, and then it failed");
  expect((await failure(() => plugin.exports.grow(0))).code).toBe("poisoned");
});

test("what traps in another way, or has no more by itself, ends with a trap", async () => {
  const limits = { memory: "256KiB", time: "10s" };
  const divides = await loadPlugin<Growing>(starving("1", "(drop (i32.div_u (i32.const 1) (i32.const 0)))"), {
    limits,
  });
  expect(await failure(() => divides.exports.grow(100))).toMatchObject({
    code: "trap",
    reason: "trap: divide by zero",
  });
  const small = await loadPlugin<Growing>(starving("1 2"), { limits });
  expect((await failure(() => small.exports.grow(100))).code).toBe("trap");
  const elsewhere = await loadPlugin<Growing>(starving("1"), { limits });
  expect(await failure(() => elsewhere.exports.grow(100))).toMatchObject({ code: "memory-limit" });
});

test("a maximum below the limit stays", async () => {
  const plugin = await loadPlugin<Growing>(growing("1 2"), { limits: { memory: 2 ** 20 } });
  expect(plugin.exports.grow(2)).toBe(-1);
  expect(plugin.exports.grow(1)).toBe(1);
});

test("a plugin that starts with more is refused", async () => {
  const error = await failure(() => loadPlugin(growing("5"), { limits: { memory: "256KiB" } }));
  expect(error).toMatchObject({ code: "memory-limit", path: "limits.memory" });
  expect(error.message).toContain("of pages of 64 KiB it starts with 5, and 4 are allowed");
});

test.each(["", "64", "-1MiB", -1, 1.5, "many"])("%j is no amount of memory", async (memory) => {
  const error = await failure(() => loadPlugin(growing("1"), { limits: { memory } }));
  expect(error).toMatchObject({ code: "bad-argument", path: "limits.memory" });
});

test.each([
  ["inline", { time: "10s" }, "memory-limit"],
  ["worker", { time: "10s" }, "memory-limit"],
  ["process", { time: "10s" }, "trap"],
  ["process", { time: "10s", fuel: 1_000 }, "memory-limit"],
] as const)("a plugin that gives up for it on the tier %s under %o ends with %s", async (isolation, held, code) => {
  const plugin = await loadPlugin<Growing>(starving("1"), { isolation, limits: { memory: "256KiB", ...held } });
  expect(await failure(() => plugin.exports.grow(100))).toMatchObject({ code });
});
