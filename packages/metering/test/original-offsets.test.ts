import { type Metering, originalOffsets } from "@polyplug/metering";
import { decodeModule, InstructionReader, readBody } from "@polyplug/wasm-binary";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forBoth, forFuel, forTime, instantiate } from "./instance.ts";
import { wat } from "./wat.ts";

/** Traps in one place or the other, as a parameter says. */
let places = 0;
const trapHere = (): string => `(if (i32.eq (local.get $place) (i32.const ${places++})) (then (unreachable)))`;
const here = (then: string): string => `(if (i32.eq (local.get $place) (i32.const ${places++})) (then ${then}))`;
const many = (count: number): string => Array.from({ length: count }, trapHere).join("\n");

const bytes = wat(`
  (module
    (import "env" "host" (func $host))
    (memory 20)
    (table 3 funcref) (elem (table 0) (i32.const 0) func $leaf $loops $bulk)
    (type $place (func (param i32)))
    (data $data "some bytes")
    (func $leaf (param $place i32) ${many(40)})
    (func $loops (param $place i32) (local $round i32)
      (loop $outer
        ${trapHere()}
        (loop $inner
          ${trapHere()}
          (call $leaf (local.get $place))
          ${many(3)}
          (local.set $round (i32.add (local.get $round) (i32.const 1)))
          (br_if $inner (i32.and (local.get $round) (i32.const 3))))
        ${trapHere()}
        (br_if $outer (i32.lt_u (local.get $round) (i32.const 20))))
      ${trapHere()})
    (func $bulk (param $place i32)
      (memory.fill (i32.const 1) (i32.const 2) (i32.const 1048999))
      ${trapHere()}
      (memory.copy (i32.const 100) (i32.const 2) (i32.const 1048999))
      ${trapHere()}
      ${here("(memory.fill (i32.const 0) (i32.const 0) (i32.const -1))")}
      ${here("(memory.copy (i32.const 2000000) (i32.const 0) (i32.const 1))")}
      ${here("(memory.init $data (i32.const 0) (i32.const 0) (i32.const 100))")}
      ${here("(drop (i32.load (i32.const -1)))")}
      ${here("(drop (i32.div_u (i32.const 1) (i32.const 0)))")}
      ${trapHere()})
    (func (export "run") (param $place i32)
      (call $host)
      ${trapHere()}
      (call_indirect (type $place) (local.get $place) (i32.const 0))
      ${trapHere()}
      (call_indirect (type $place) (local.get $place) (i32.const 1))
      (block $end
        (br_if $end (i32.eqz (local.get $place)))
        (call_indirect (type $place) (local.get $place) (i32.const 2)))
      ${trapHere()}))`);
const module = decodeModule(bytes);
const imports = { env: { host: (): void => undefined } };

/** The offsets of a trap and of the calls that led to it, innermost first. */
function trapOffsets(work: () => unknown): number[] {
  try {
    work();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      return [...(error.stack ?? "").matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)].map(([, hex]) =>
        Number(`0x${hex}`),
      );
    }
    throw error;
  }
  throw new TypeError("it did not trap");
}

const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 50;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

const limits: readonly { what: string; metering: Metering }[] = [
  { what: "time", metering: forTime },
  { what: "fuel", metering: forFuel },
  { what: "both", metering: forBoth },
];

describe.each(limits)("under a limit of $what", ({ metering }) => {
  test("every trap and every call is where it was", async () => {
    const original = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports[
      "run"
    ] as CallableFunction;
    const instance = await instantiate(bytes, metering, imports);
    let moved = 0;
    for (let place = 0; place < places; place++) {
      const expected = trapOffsets(() => original(place));
      const reported = trapOffsets(() => instance.exports["run"]?.(place));
      const offsets = originalOffsets(module, metering, instance.metered, reported);
      expect(expected.length).toBeGreaterThan(0);
      expect(offsets.filter((offset) => offset !== undefined)).toEqual(expected);
      moved += reported.filter((offset, frame) => offset !== expected[frame]).length;
    }
    expect(places).toBeGreaterThan(50);
    expect(moved).toBeGreaterThan(places);
  });

  test("what lies in no function, or in one that was added, has no offset", async () => {
    const { metered } = await instantiate(bytes, metering, imports);
    const { bodies } = decodeModule(metered.bytes);
    const added = bodies.slice(module.bodies.length);
    expect(added).toHaveLength(3);
    const offsets = [0, ...added.flatMap(({ start, end }) => [start, end - 1]), metered.bytes.length];
    expect(originalOffsets(module, metering, metered, offsets)).toEqual(offsets.map(() => undefined));
  });

  test("every instruction that is still there has the offset that it had", async () => {
    const { metered } = await instantiate(bytes, metering, imports);
    const made = decodeModule(metered.bytes);
    for (const position of module.bodies.keys()) {
      const before = offsetsOf(module, position);
      const after = originalOffsets(module, metering, metered, offsetsOf(made, position));
      // Of what was put before an instruction, each part has the instruction's offset.
      expect([...new Set(after)]).toEqual(before);
    }
  });
});

test("a check that ends a guest has the offset of what it stands before", async () => {
  const looping = wat(
    `(module (func $loop (export "loop") nop (loop nop (br 0))) (func (export "call") nop call $loop))`,
  );
  const { exports, metered, page } = await instantiate(looping, forTime);
  page[0] = 1;
  const [loop, call] = decodeModule(looping).bodies;
  const offsetOf = (name: string): (number | undefined)[] => [
    ...originalOffsets(
      decodeModule(looping),
      forTime,
      metered,
      trapOffsets(() => exports[name]?.()),
    ),
  ];
  // Locals: one byte. nop: one. loop and its type: two.
  expect(offsetOf("loop")).toEqual([(loop?.start ?? 0) + 4]);
  expect(offsetOf("call")).toEqual([(call?.start ?? 0) + 2]);
});

function offsetsOf(decoded: typeof module, position: number): number[] {
  const reader = new InstructionReader(decoded, readBody(decoded, position).instructions);
  const offsets: number[] = [];
  while (reader.next()) offsets.push(reader.start);
  return offsets;
}
