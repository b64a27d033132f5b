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

test("a maximum below the limit stays", async () => {
  const plugin = await loadPlugin<Growing>(growing("1 2"), { limits: { memory: 2 ** 20 } });
  expect(plugin.exports.grow(2)).toBe(-1);
  expect(plugin.exports.grow(1)).toBe(1);
});

test("a plugin that starts with more is refused", async () => {
  const error = await failure(() => loadPlugin(growing("5"), { limits: { memory: "256KiB" } }));
  expect(error).toMatchObject({ code: "memory-limit", path: "limits.memory" });
  expect(error.message).toContain("it starts with 5 pages of 64 KiB, and 4 are allowed");
});

test.each(["", "64", "-1MiB", -1, 1.5, "many"])("%j is no amount of memory", async (memory) => {
  const error = await failure(() => loadPlugin(growing("1"), { limits: { memory } }));
  expect(error).toMatchObject({ code: "bad-argument", path: "limits.memory" });
});
