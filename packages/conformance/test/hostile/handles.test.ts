import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { component, section } from "./component-bytes.ts";
import { contractIn } from "./contracts.ts";
import { abis, load, loadBytes } from "./load.ts";
import { wat } from "./wat.ts";

const resources = await contractIn("resources.wit");

const files = "polyplug:hostile-resources/files";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

describe.each(abis)("%s: handles that pile up", (canonicalAbi) => {
  test("end the guest and not the host", async () => {
    const body = `
      (import "[export]${files}" "[resource-new]file" (func $new (param i32) (result i32)))
      (func (export "run") (loop $more (drop (call $new (i32.const 5))) (br $more)))`;
    const { plugin, fails } = await load(resources, body, { canonicalAbi });
    gc();
    const before = process.memoryUsage().heapUsed;
    const error = await fails("run");
    gc();
    const used = process.memoryUsage().heapUsed - before;
    expect(error).toMatchObject({
      code: "memory-limit",
      message: "cannot add a handle: limits.handles: 65536 handles are in use, and 65536 are allowed",
    });
    expect((await fails("count")).code).toBe("poisoned");
    // 64 bytes each at most, so that the smallest heaps of Node.js hold them.
    expect(used).toBeLessThan(65_536 * 80);
    plugin.dispose();
  });

  test("are counted in all instances of a component together", async () => {
    const module = wat(`(module (import "r" "new" (func $new (param i32) (result i32)))
      (func (export "fill") (param $n i32)
        (loop $more (drop (call $new (i32.const 5))) (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))`);
    const inner = component(
      // A resource, and func(n: u32).
      section(7, (bytes) => bytes.raw([2, 0x3f, 0x7f, 0, 0x40, 1]).name("n").raw([0x79, 1, 0])),
      section(8, (bytes) => bytes.raw([1, 2, 0])),
      section(1, (bytes) => bytes.raw(module)),
      section(2, (bytes) => bytes.raw([2, 1, 1]).name("new").raw([0, 0, 0, 0, 1]).name("r").raw([0x12, 0])),
      section(6, (bytes) => bytes.raw([1, 0, 0, 1, 1]).name("fill")),
      section(8, (bytes) => bytes.raw([1, 0, 0, 1, 0, 1])),
      section(11, (bytes) => bytes.raw([1, 0]).name("fill").raw([1, 0, 0])),
    );
    const outer = component(
      section(4, (bytes) => bytes.raw(inner)),
      section(5, (bytes) => bytes.raw([2, 0, 0, 0, 0, 0, 0])),
      section(6, (bytes) => bytes.raw([2, 1, 0, 0]).name("fill").raw([1, 0, 1]).name("fill")),
      section(11, (bytes) => bytes.raw([2, 0]).name("one").raw([1, 0, 0, 0]).name("two").raw([1, 1, 0])),
    );
    const { call, fails } = await loadBytes(outer, { canonicalAbi });
    call("one", 40_000);
    const reason = "limits.handles: 65536 handles are in use, and 65536 are allowed";
    expect(await fails("two", 40_000)).toMatchObject({ code: "memory-limit", reason });
  });

  test("are used again when they are dropped", async () => {
    const body = `
      (import "[export]${files}" "[resource-new]file" (func $new (param i32) (result i32)))
      (import "[export]${files}" "[resource-drop]file" (func $drop (param i32)))
      (global $i (mut i32) (i32.const 0)) (global $most (mut i32) (i32.const 0)) (global $h (mut i32) (i32.const 0))
      (func (export "run") (loop $more
        (global.set $h (call $new (i32.const 5)))
        (if (i32.gt_u (global.get $h) (global.get $most)) (then (global.set $most (global.get $h))))
        (call $drop (global.get $h))
        (br_if $more (i32.lt_u (global.get $i) (i32.const 100000)) (global.set $i (i32.add (global.get $i) (i32.const 1))))))
      (func (export "count") (result i32) (global.get $most))`;
    const { call } = await load(resources, body, { canonicalAbi });
    call("run");
    expect(call("count")).toBe(1);
  });
});

describe.each(abis)("%s: a resource that nobody holds any more", (canonicalAbi) => {
  const counted = (work: string): string => `
    (import "[export]${files}" "[resource-new]file" (func $new (param i32) (result i32)))
    (global $ended (mut i32) (i32.const 0))
    (func (export "${files}#make") (result i32) (call $new (i32.const 5)))
    (func (export "${files}#[dtor]file") (param i32) ${work})
    (func (export "count") (result i32) (global.get $ended))`;
  const counting = "(global.set $ended (i32.add (global.get $ended) (i32.const 1)))";

  test("is ended by the guest's destructor", async () => {
    const { call } = await load(resources, counted(counting), { canonicalAbi });
    for (let index = 0; index < 100; index++) call("files.make");
    for (let round = 0; round < 50 && call("count") !== 100; round++) {
      await setTimeout(5);
      gc();
    }
    expect(call("count")).toBe(100);
  });

  test("whose destructor traps ends the plugin, which says so to the next caller", async () => {
    const { plugin, call, fails } = await load(resources, counted("unreachable"), { canonicalAbi });
    call("files.make");
    const isAlive = (): boolean => {
      try {
        return call("count") === 0;
      } catch {
        return false;
      }
    };
    for (let round = 0; round < 50 && isAlive(); round++) {
      await setTimeout(5);
      gc();
    }
    const error = await fails("count");
    expect(error).toMatchObject({ code: "poisoned", cause: { code: "trap", reason: "trap: unreachable" } });
    plugin.dispose();
  });

  test("of a plugin that was disposed is nobody's business", async () => {
    const { plugin, call, fails } = await load(resources, counted("unreachable"), { canonicalAbi });
    for (let index = 0; index < 100; index++) call("files.make");
    plugin.dispose();
    for (let round = 0; round < 5; round++) {
      await setTimeout(5);
      gc();
    }
    expect((await fails("count")).code).toBe("disposed");
  });
});
