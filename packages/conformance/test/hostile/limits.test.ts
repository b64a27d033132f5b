import { describe, expect, test } from "vitest";
import { component, section } from "./component-bytes.ts";
import { abis, loadBytes } from "./load.ts";
import { wat } from "./wat.ts";

const count = "(loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))";
const grow = `(func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))`;

/** Two modules, each with a memory. The second calls the first without anything of the host's between them. */
const pair = component(
  section(1, (bytes) => bytes.raw(wat(`(module (memory 1) ${grow} (func (export "count") (param i32) ${count}))`))),
  section(1, (bytes) =>
    bytes.raw(
      wat(`(module (import "first" "count" (func $first (param i32))) (memory 1) ${grow}
        (func (export "count") (param i32) (call $first (local.get 0)) ${count}))`),
    ),
  ),
  section(2, (bytes) => bytes.raw([2, 0, 0, 0, 0, 1, 1]).name("first").raw([0x12, 0])),
  section(6, (bytes) =>
    bytes.raw([3, 0, 0, 1, 1]).name("count").raw([0, 0, 1, 0]).name("grow").raw([0, 0, 1, 1]).name("grow"),
  ),
  // func(n: u32), and func(n: u32) -> s32
  section(7, (bytes) => bytes.raw([2, 0x40, 1]).name("n").raw([0x79, 1, 0, 0x40, 1]).name("n").raw([0x79, 0, 0x7a])),
  section(8, (bytes) => bytes.raw([3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0, 1])),
  section(11, (bytes) =>
    bytes
      .raw([3, 0])
      .name("count")
      .raw([1, 0, 0, 0])
      .name("grow-first")
      .raw([1, 1, 0, 0])
      .name("grow-second")
      .raw([1, 2, 0]),
  ),
);

describe.each(abis)("%s: the modules of a component", (canonicalAbi) => {
  // Each counts `loop`, five for each of a hundred turns, and two ends; the second `local.get call` before.
  const instructions = 503 + 505;

  test("share fuel", async () => {
    const enough = await loadBytes(pair, { canonicalAbi, limits: { fuel: instructions } });
    enough.call("count", 100);
    enough.call("count", 100);
    const { fails } = await loadBytes(pair, { canonicalAbi, limits: { fuel: instructions - 1 } });
    expect(await fails("count", 100)).toMatchObject({ code: "time-limit", path: "limits.fuel" });
  });

  test("share memory", async () => {
    const { call } = await loadBytes(pair, { canonicalAbi, limits: { memory: "4MiB" } });
    // Of 64 pages both have one.
    expect([call("growFirst", 32), call("growFirst", 31)]).toEqual([-1, 1]);
    expect([call("growSecond", 32), call("growSecond", 31)]).toEqual([-1, 1]);
  });

  test("start with no more memory than all may have", async () => {
    const load = loadBytes(pair, { canonicalAbi, limits: { memory: 65_536 } });
    await expect(load).rejects.toMatchObject({ code: "memory-limit", path: "limits.memory" });
  });

  test("end together when time is up", async () => {
    const { fails } = await loadBytes(pair, { canonicalAbi, limits: { time: "30ms" } });
    expect(await fails("count", 0)).toMatchObject({ code: "time-limit", path: "limits.time" });
  });
});
