import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { wat } from "./wat.ts";

test("an endless loop in an export ends with time-limit, and the host goes on", async () => {
  const bytes = wat(
    `(module (func (export "spin") (loop (br 0))) (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))`,
  );
  const plugin = await loadPlugin<{ spin(): void; add(a: number, b: number): number }>(bytes, {
    limits: { time: "30ms" },
  });
  expect(plugin.exports.add(2, 4)).toBe(6);
  const start = performance.now();
  expect(() => plugin.exports.spin()).toThrow(expect.objectContaining({ code: "time-limit" }));
  console.log(performance.now() - start);
  try {
    const p = await loadPlugin<{ spin(): void }>(bytes, { limits: { time: "30ms" } });
    p.exports.spin();
  } catch (e) {
    console.log(e);
  }
  const again = await loadPlugin<{ spin(): void; add(a: number, b: number): number }>(bytes, {
    limits: { time: "30ms" },
  });
  expect(again.exports.add(2, 4)).toBe(6);
});
