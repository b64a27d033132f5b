import { originalOffsets } from "@polyplug/metering";
import { decodeModule, InstructionReader, readBody } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { forTime, instantiate, meter } from "./instance.ts";
import { endedBy } from "./outcome.ts";
import { wat } from "./wat.ts";

const next = "(local.tee $n (i32.sub (local.get $n) (i32.const 1)))";
const add = "(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $n)))";
const isEven = "(i32.eqz (i32.and (local.get $n) (i32.const 1)))";

/** Loops that are so short that their bodies are copied, `copies` of them in all. */
const loops: readonly { what: string; copies: number; loop: string }[] = [
  { what: "one that ends where its condition does not hold", copies: 4, loop: `(loop ${add} (br_if 0 ${next}))` },
  {
    what: "one that goes round anyway and ends by a branch",
    copies: 4,
    loop: `(block (loop ${add} (br_if 1 (i32.eqz ${next})) (br 0)))`,
  },
  {
    what: "one that begins its next turn from within",
    copies: 4,
    loop: `(loop (if ${isEven} (then (br_if 1 ${next}))) ${add} (br_if 0 (i32.gt_s ${next} (i32.const 0))))`,
  },
  {
    what: "one that leaves from within blocks, by several ways",
    copies: 4,
    loop: `(block $far (block $near (loop
      (block (br_if 0 ${isEven}) (br_if $near (i32.eq (local.get $n) (i32.const 7))) ${add})
      (br_if $far (i32.eq (local.get $n) (i32.const 12)))
      (br_if 0 ${next}))) (local.set $sum (i32.add (local.get $sum) (i32.const 1000))))`,
  },
  {
    what: "one that returns",
    copies: 4,
    loop: `(loop ${add} (if (i32.eq (local.get $n) (i32.const 3)) (then (return (local.get $sum)))) (br_if 0 ${next}))`,
  },
  {
    what: "one in another",
    copies: 4,
    loop: `(local.set $m (i32.const 5)) (loop $outer (local.set $n (local.get $m)) (loop ${add} (br_if 0 ${next}))
      (br_if $outer (local.tee $m (i32.sub (local.get $m) (i32.const 1)))))`,
  },
  { what: "a longer one", copies: 2, loop: `(loop ${add.repeat(8)} (br_if 0 ${next}))` },
  { what: "one that is too long", copies: 1, loop: `(loop ${add.repeat(20)} (br_if 0 ${next}))` },
  { what: "one with a call", copies: 1, loop: `(loop ${add} (call $nothing) (br_if 0 ${next}))` },
  {
    what: "one that gives a value",
    copies: 1,
    loop: `(local.set $sum (loop (result i32) ${add} (br_if 0 ${next}) (local.get $sum)))`,
  },
  {
    what: "one that ends with something else",
    copies: 1,
    loop: `(loop ${add} (br_if 0 ${next}) (local.set $sum (i32.add (local.get $sum) (i32.const 1))))`,
  },
];

const moduleOf = (loop: string): Uint8Array<ArrayBuffer> =>
  wat(`(module (func $nothing) (func (export "run") (param $n i32) (result i32) (local $sum i32) (local $m i32)
    ${loop} (local.get $sum)))`);

describe.each(loops)("$what", ({ copies, loop }) => {
  const bytes = moduleOf(loop);

  test("does what it did", async () => {
    const original = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports["run"] as CallableFunction;
    const { exports } = await instantiate(bytes, forTime);
    for (let count = 1; count < 40; count++) expect(exports["run"]?.(count)).toBe(original(count));
  });

  test("is copied or not", () => {
    const multiplications = (module: Uint8Array): number => {
      const decoded = decodeModule(module);
      const reader = new InstructionReader(decoded, readBody(decoded, 1).instructions);
      let found = 0;
      while (reader.next()) if (reader.opcode === 0x6c) found++;
      return found;
    };
    expect(multiplications(meter(bytes, forTime).bytes) / multiplications(bytes)).toBe(copies);
  });
});

test.each([
  ["a condition", (body: string) => `(loop ${body} (br_if 0 ${next}))`],
  ["a branch", (body: string) => `(block (loop ${body} (br_if 1 (i32.eqz ${next})) (br 0)))`],
])("a trap in any copy of a loop with %s is where it was", async (_, loop) => {
  const trap = `nop (if (i32.eq (local.get $n) (i32.const 2)) (then unreachable))`;
  const bytes = moduleOf(loop(trap));
  const module = decodeModule(bytes);
  const { exports, metered } = await instantiate(bytes, forTime);
  const offsetsOf = (run: () => unknown): number[] => {
    try {
      run();
    } catch (error) {
      const { stack = "" } = error as Error;
      return [...stack.matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)].map(([, hex]) =>
        Number.parseInt(hex ?? "", 16),
      );
    }
    throw new TypeError("it did not trap");
  };
  const original = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports["run"] as CallableFunction;
  const expected = offsetsOf(() => original(2));
  const found = new Set<number>();
  for (let count = 2; count < 12; count++) {
    const offsets = offsetsOf(() => exports["run"]?.(count));
    for (const offset of offsets) found.add(offset);
    expect(originalOffsets(module, forTime, metered, offsets)).toEqual(expected);
  }
  expect(found.size).toBe(4);
});

test.each([
  ["a condition", "(loop (br_if 0 (i32.ge_u (local.get $n) (i32.const 0))))"],
  ["a branch", "(loop (local.set $sum (i32.add (local.get $sum) (i32.const 1))) (br 0))"],
  ["a branch from within", "(loop (if (i32.eqz (local.get $m)) (then (br 1))) (br_if 0 (local.get $n)))"],
])("a loop with %s that never ends does once time is up", async (_, loop) => {
  const { how } = await endedBy(moduleOf(loop), [{ name: "run", args: [1] }]);
  expect(how).toBe("RuntimeError: unreachable");
});
