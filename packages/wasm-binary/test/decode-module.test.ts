import {
  declaredTableEntries,
  decodeModule,
  exportType,
  printType,
  readBody,
  readConstExpr,
  readDataSegments,
} from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { expectAgreement } from "./agreement.ts";
import { moduleOf } from "./bytes.ts";
import { wat } from "./wat.ts";

const everything = wat(`
  (module
    (type $add (func (param i32 i32) (result i32)))
    (type $many (func (param i64) (result i32 f64)))
    (import "env" "log" (func $log (param i32)))
    (import "env" "memory" (memory 1 16))
    (import "env" "table" (table 2 externref))
    (import "env" "base" (global $base i32))
    (import "env" "problem" (tag (param i64)))
    (func $adder (export "adder") (type $add) (local i64 i64 f32) local.get 0 local.get 1 i32.add)
    (func (export "split") (type $many) i32.const 1 f64.const 2)
    (func $start)
    (table (export "table") 1 10 funcref)
    (memory (export "second") 2)
    (tag (export "oops") (param i32))
    (global (export "counter") (mut i32) (i32.const -7))
    (global i32 (global.get $base))
    (export "log" (func $log))
    (start $start)
    (elem (table 1) (i32.const 0) func $adder)
    (elem declare func $start)
    (data (i32.const 8) "hello")
    (data "passive"))`);

describe("decodeModule", () => {
  const module = expectAgreement(everything);
  const text = new TextDecoder();

  test("gives each import its type", () => {
    expect(module.imports.map(({ name, type }) => `${name}: ${printType(type)}`)).toEqual([
      "log: func (i32)",
      "memory: memory 1..16",
      "table: table 2 externref",
      "base: global i32",
      "problem: tag (i64)",
    ]);
  });

  test("gives each export its type, those of imports included", () => {
    expect(module.exports.map((entry) => `${entry.name}: ${printType(exportType(module, entry))}`)).toEqual([
      "adder: func (i32, i32) -> i32",
      "split: func (i64) -> (i32, f64)",
      "table: table 1..10 funcref",
      "second: memory 2",
      "oops: tag (i32)",
      "counter: global mut i32",
      "log: func (i32)",
    ]);
  });

  test("lists the module's own definitions, and the imports before them in the index spaces", () => {
    expect(module.functions).toHaveLength(3);
    expect(module.indexSpaces.functions).toHaveLength(4);
    expect(module.memories.map(({ limits }) => limits)).toEqual([{ min: 2n }]);
    expect(module.indexSpaces.memories.map(({ limits }) => limits)).toEqual([{ min: 1n, max: 16n }, { min: 2n }]);
    expect(module.globals.map(({ type }) => type)).toEqual([
      { mutable: true, type: "i32" },
      { mutable: false, type: "i32" },
    ]);
    expect(module.start).toBe(3);
  });

  test("finds bodies and data as ranges of the same bytes", () => {
    expect(module.bytes).toBe(everything);
    const [hello, passive] = readDataSegments(module);
    expect(text.decode(everything.subarray(hello?.start, hello?.end))).toBe("hello");
    expect(hello?.memory).toBe(0);
    expect(hello?.offset && readConstExpr(module, hello.offset)).toEqual([{ op: "i32.const", value: 8 }]);
    expect(text.decode(everything.subarray(passive?.start, passive?.end))).toBe("passive");
    expect([passive?.memory, passive?.offset]).toEqual([undefined, undefined]);
    expect(module.bodies).toHaveLength(3);
    expect(everything[(module.bodies[2]?.end ?? 0) - 1]).toBe(0x0b);
  });

  test("reads a body's locals when asked", () => {
    const { locals, instructions } = readBody(module, 0);
    expect(locals).toEqual([
      { count: 2, type: "i64" },
      { count: 1, type: "f32" },
    ]);
    const code = [0x20, 0, 0x20, 1, 0x6a, 0x0b];
    expect([...everything.subarray(instructions.start, instructions.end)]).toEqual(code);
  });

  test("says which table an element segment is for and which functions it holds", () => {
    expect(module.elements[0]).toMatchObject({
      mode: { kind: "active", table: 1 },
      type: { nullable: false, heap: "func" },
      items: { kind: "functions", indices: [1] },
    });
    expect(module.elements[1]).toMatchObject({ mode: { kind: "declarative" }, items: { indices: [3] } });
  });

  test("covers the file with its sections, in order", () => {
    let offset = 8;
    for (const { id, start, content, end } of module.sections) {
      expect(start).toBe(offset);
      expect(everything[start]).toBe(id);
      expect(content).toBeGreaterThan(start + 1);
      offset = end;
    }
    expect(offset).toBe(everything.length);
  });

  test("gives custom sections as views of the bytes", () => {
    const [names] = module.customs;
    expect(names?.name).toBe("name");
    expect(names?.bytes.buffer).toBe(everything.buffer);
    expect(names?.bytes.byteOffset).toBe((names?.offset ?? 0) + everything.byteOffset);
  });

  test("sums what the module's own tables start with", () => {
    const tables = wat(`(module (import "" "" (table 7 funcref)) (table 10000000 funcref) (table 5 externref))`);
    expect(declaredTableEntries(decodeModule(tables))).toBe(10_000_005n);
  });

  test("decodes the smallest module", () => {
    const module = expectAgreement(moduleOf());
    expect(module.imports).toEqual([]);
    expect(module.sections).toEqual([]);
    expect(module.start).toBeUndefined();
    expect(module.dataCount).toBeUndefined();
  });

  test("keeps memory64, shared memories and what goes beyond 32 bits", () => {
    const module = expectAgreement(
      wat(`(module (memory (export "m") i64 1 0x40000) (memory (export "s") 1 2 shared) (global i64 (i64.const -1)))`),
    );
    expect(module.memories).toEqual([
      { limits: { min: 1n, max: 262_144n }, shared: false, index: "i64" },
      { limits: { min: 1n, max: 2n }, shared: true, index: "i32" },
    ]);
  });

  test("reads a module that is a part of a larger buffer", () => {
    const padded = new Uint8Array(everything.length + 20);
    padded.set(everything, 10);
    const inside = decodeModule(padded.subarray(10, 10 + everything.length));
    expect(inside.exports).toEqual(module.exports);
    expect(readBody(inside, 0)).toEqual(readBody(module, 0));
  });
});
