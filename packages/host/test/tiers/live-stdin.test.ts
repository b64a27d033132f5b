import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { wat } from "../wat.ts";
import { apart, gate } from "./tiers.ts";

test.each(apart)("stdin may be a live stream on the tier %s", async (isolation) => {
  const reading = wat(`(module
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "\\10\\00\\00\\00\\08\\00\\00\\00")
    (func (export "read") (result i32)
      (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8))) (i32.load (i32.const 8))))`);
  const next = gate();
  async function* typing(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1, 2, 3);
    await next.opened;
    yield Uint8Array.of(4);
  }
  using plugin = await loadPlugin<{ read(): number }>(reading, {
    isolation,
    grant: { stdin: typing() as never },
  });
  expect(await plugin.exports.read()).toBe(3);
  const second = plugin.exports.read();
  next.open();
  expect(await second).toBe(1);
  expect(await plugin.exports.read()).toBe(0);
});
