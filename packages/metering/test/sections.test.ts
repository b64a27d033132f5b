import { meterModule } from "@polyplug/metering";
import { decodeModule, encodeModule, type Module, readNames } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { forBoth, forFuel, forTime, instantiate, memoryDescriptors, meter, newPage } from "./instance.ts";
import { wat } from "./wat.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A module of everything that has an index, with sections of debug information between and behind the others. */
const everything = withCustoms(
  wat(`
    (module $everything
      (import "env" "call" (func $imported (param i32)))
      (import "env" "global" (global $shown i32))
      (import "env" "memory" (memory $first 1))
      (import "env" "table" (table $strange 1 externref))
      (type $unused (func (param f64) (result f32)))
      (func $start (call $imported (i32.const 7)))
      (func $work (export "work") (param $address i32) (result i32)
        (memory.fill $second (i32.const 0) (i32.const 3) (i32.const 70))
        (memory.init $second $bytes (i32.const 100) (i32.const 0) (i32.const 6))
        (table.fill $calls (i32.const 0) (ref.func $work) (i32.shl (i32.const 1) (i32.const 1)))
        (global.set $count (i32.const 5))
        (i32.load8_u $second (local.get $address)))
      (table $calls (export "calls") 4 8 funcref)
      (memory $second (export "second") 2) (memory $third (export "third") 1 2)
      (tag $problem (export "problem") (param i32))
      (global $count (export "count") (mut i32) (i32.const 1))
      (export "first" (memory $first)) (export "start" (func $start))
      (start $start)
      (elem (table $calls) (i32.const 0) func $work $start)
      (data $bytes "second") (data (memory $first) (i32.const 0) "first"))`),
);

/** As it is, with custom sections after the types, before the code and at the end. */
function withCustoms(bytes: Bytes): Bytes {
  const { sections } = decodeModule(bytes);
  const custom = (name: string, ...content: readonly number[]): readonly number[] => {
    const named = [name.length, ...Buffer.from(name), ...content];
    return [0, named.length, ...named];
  };
  const pieces = sections.flatMap(({ id, start, end }) => {
    const section = [...bytes.subarray(start, end)];
    if (id === 1) return [section, custom("after types", 1, 2, 3)];
    if (id === 10) return [custom("before code", 0xff), section, custom(".debug_line", 4, 5, 6)];
    return [section];
  });
  return Uint8Array.from([
    ...bytes.subarray(0, 8),
    ...[...pieces, custom(".debug_info", 7, 8), custom("before code", 9)].flat(),
  ]);
}

const rewritten = new Set([1, 2, 3, 5, 6, 7, 10]);
/** Sections that nothing is put into, in the order of the file. */
const kept = (module: Module): Uint8Array[] =>
  module.sections.filter(({ id }) => !rewritten.has(id)).map(({ start, end }) => module.bytes.subarray(start, end));

describe.each([
  { what: "time", metering: forTime },
  { what: "fuel", metering: forFuel },
  { what: "both", metering: forBoth },
])("under a limit of $what", ({ metering }) => {
  const before = decodeModule(everything);
  const after = decodeModule(meter(everything, metering).bytes);

  test("custom sections, segments and tags are kept byte for byte, where they were", () => {
    expect(kept(after)).toEqual(kept(before));
    expect(after.customs.map(({ name }) => name)).toEqual(before.customs.map(({ name }) => name));
    expect(before.customs).toHaveLength(6);
    expect(readNames(after)).toEqual(readNames(before));
  });

  test("what there was has the index that it had", () => {
    const { functions, globals, tables, memories, tags } = before.indexSpaces;
    expect(after.types.slice(0, before.types.length)).toEqual(before.types);
    expect(after.indexSpaces.functions.slice(0, functions.length)).toEqual(functions);
    expect(after.indexSpaces.globals.slice(0, globals.length)).toEqual(globals);
    expect(after.indexSpaces.memories.slice(0, memories.length)).toMatchObject(memories);
    expect(after.indexSpaces).toMatchObject({ tables, tags });
    expect(after.imports.slice(0, before.imports.length)).toEqual(before.imports);
    expect(after.exports.slice(0, before.exports.length)).toEqual(before.exports);
    expect(after.start).toBe(before.start);
  });

  test("it does what it did, with memories that the host made", async () => {
    const first = new WebAssembly.Memory({ initial: 1 });
    const calls: number[] = [];
    const env = {
      call: (value: number) => calls.push(value),
      global: 1,
      memory: first,
      table: new WebAssembly.Table({ element: "externref", initial: 1 }),
    };
    const { exports, memories, metered } = await instantiate(everything, metering, { env });
    expect(calls).toEqual([7]);
    expect(metered.memories).toEqual(before.memories);
    expect(exports).toMatchObject({ first, second: memories[0], third: memories[1] });
    expect(exports["work"]?.(8)).toBe(3);
    expect(exports["work"]?.(70)).toBe(0);
    expect(exports["work"]?.(100)).toBe("s".charCodeAt(0));
    expect(Buffer.from(first.buffer, 0, 5).toString()).toBe("first");
    expect((exports["count"] as unknown as WebAssembly.Global).value).toBe(5);
    expect((exports["calls"] as unknown as WebAssembly.Table).get(1)).toBe(exports["work"]);
    expect(Object.keys(exports)).toEqual(before.exports.map(({ name }) => name));
  });
});

test("the page comes after all of them, and the guest does not reach it", async () => {
  const metered = meter(everything, forTime);
  const { memories } = decodeModule(metered.bytes).indexSpaces;
  expect(memories).toHaveLength(4);
  expect(memories.at(-1)).toMatchObject({ limits: { min: 1n, max: 1n }, shared: true, index: "i32" });
  expect(memoryDescriptors(metered)).toHaveLength(2);
});

describe("names that are taken", () => {
  test("of imports are avoided", async () => {
    const taken = wat(`
      (module
        (import "polyplug:metering" "page" (func $f)) (import "polyplug:metering 2" "memory 0" (func))
        (memory (export "memory") 1) (func (export "run") (loop (call $f) (br 0))))`);
    const page = newPage();
    const stop = (): void => void Atomics.store(new Uint8Array(page.buffer), 0, 1);
    const imports = { "polyplug:metering": { page: stop }, "polyplug:metering 2": { "memory 0": stop } };
    const { metered, exports } = await instantiate(taken, forTime, imports, page);
    expect(metered.namespace).toBe("polyplug:metering 3");
    expect(() => exports["run"]?.()).toThrow("unreachable");
  });
});

describe("waiting on shared memory", () => {
  const waiting = (instruction: string, memory = "1 1 shared"): Bytes =>
    wat(`(module (memory ${memory}) (func nop) (func (export "run") nop (drop ${instruction})))`);
  const wait32 = "(memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1))";
  const wait64 = "(memory.atomic.wait64 (i32.const 0) (i64.const 0) (i64.const -1))";

  test.each([wait32, wait64])("%s is refused under a limit of time", (instruction) => {
    const bytes = waiting(instruction);
    // body: locals, nop, three constants of two bytes each
    const offset = (decodeModule(bytes).bodies[1]?.start ?? 0) + 2 + 6;
    const reason = `it waits on a shared memory (at offset 0x${offset.toString(16)}), which no limit of time ends`;
    expect(() => meter(bytes, forTime)).toThrow(
      expect.objectContaining({ code: "unsupported", offset, message: `cannot meter module: ${reason}` }),
    );
  });

  test("is allowed under a limit of fuel, and on a memory that is not shared, where it traps", async () => {
    expect(WebAssembly.validate(meter(waiting(wait32), forFuel).bytes as Bytes)).toBe(true);
    const { exports } = await instantiate(waiting(wait32, "1"), forTime);
    expect(() => exports["run"]?.()).toThrow(WebAssembly.RuntimeError);
  });

  test("notifying is no waiting", () => {
    const notify = waiting("(memory.atomic.notify (i32.const 0) (i32.const 1))");
    expect(WebAssembly.validate(meter(notify, forTime).bytes as Bytes)).toBe(true);
  });
});

test("opcodes that are not known are refused, with their offset", () => {
  const unknown = encodeModule({
    type: Uint8Array.of(1, 0x60, 0, 0),
    function: Uint8Array.of(1, 0),
    code: Uint8Array.of(1, 4, 0, 0x01, 0x27, 0x0b),
  });
  const module = decodeModule(unknown);
  const offset = (module.bodies[0]?.start ?? 0) + 2;
  expect(() => meterModule(module, forTime)).toThrow(expect.objectContaining({ code: "unsupported", offset }));
});
