import { createPreview1 } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { startGuest } from "./guests/start-guest.ts";

test("a memory that has grown is seen in its new size", async () => {
  const guest = await startGuest(allFunctions, { random: { seed: 1 } });
  expect(guest.call("random_get", 0x10000, 8)).toBe(21);
  guest.memory.grow(1);
  expect(guest.call("random_get", 0x10000, 8)).toBe(0);
  expect(guest.view().getBigUint64(0x10000, true)).not.toBe(0n);
});

test("a memory may grow while the host writes for the plugin", async () => {
  const guest = await startGuest(allFunctions, { stdout: () => guest.memory.grow(1) });
  guest.view().setUint32(4, 8, true);
  expect(guest.call("fd_write", 1, 0, 1, 0x400)).toBe(0);
  expect(guest.view().getUint32(0x400, true)).toBe(8);
});

test("a shared memory works, growing as well, and what is written is a copy outside of it", async () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
  const chunks: Uint8Array[] = [];
  const { imports, bind } = await createPreview1(
    { random: true, stdin: "in", stdout: (chunk) => chunks.push(chunk) },
    { name: "guest" },
  );
  bind(memory);
  expect(imports["random_get"]?.(0x10000, 8)).toBe(21);
  memory.grow(1);
  expect(imports["random_get"]?.(0x10000, 16)).toBe(0);
  const view = new DataView(memory.buffer);
  expect(view.getBigUint64(0x10000, true)).not.toBe(0n);
  view.setUint32(0, 0x100, true);
  view.setUint32(4, 2, true);
  expect(imports["fd_read"]?.(0, 0, 1, 0x400)).toBe(0);
  expect(imports["fd_write"]?.(1, 0, 1, 0x400)).toBe(0);
  expect(chunks).toEqual([new TextEncoder().encode("in")]);
  expect(chunks[0]?.buffer).toBeInstanceOf(ArrayBuffer);
});

test("one memory is bound, and no other", async () => {
  const { bind } = await createPreview1(undefined, { name: "shout" });
  const memory = new WebAssembly.Memory({ initial: 1 });
  bind(memory);
  bind(memory);
  expect(() => bind(new WebAssembly.Memory({ initial: 1 }))).toThrow(
    "cannot bind a memory to shout: another memory is bound already",
  );
});

test("after its release no pointer is inside, and no other memory is taken", async () => {
  const { imports, bind, release } = await createPreview1({ random: true }, { name: "shout" });
  const memory = new WebAssembly.Memory({ initial: 1 });
  bind(memory);
  expect(imports["random_get"]?.(0, 8)).toBe(0);
  release();
  expect(imports["random_get"]?.(0, 8)).toBe(21);
  expect(() => bind(new WebAssembly.Memory({ initial: 1 }))).toThrow("another memory is bound already");
});
