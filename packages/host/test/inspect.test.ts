import { inspectPlugin, loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { wat } from "./wat.ts";

test("inspecting tells imports, exports, memories, entry and capabilities as plain data", async () => {
  const info = await inspectPlugin(
    wat(`(module
      (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "clock_time_get" (func (param i32 i64 i32) (result i32)))
      (import "env" "g" (global (mut i64)))
      (memory (export "memory") 2 16)
      (table (export "t") 1 10 funcref)
      (func (export "_initialize"))
      (func (export "pair") (param f32) (result i32 f64) i32.const 0 f64.const 0))`),
  );
  expect(info).toMatchObject({ kind: "module", entry: "reactor", language: undefined, producers: [], notes: [] });
  expect(info.imports.map(({ module, name, type }) => `${module} ${name}: ${type}`)).toEqual([
    "wasi_snapshot_preview1 fd_write: func (i32, i32, i32, i32) -> i32",
    "wasi_snapshot_preview1 clock_time_get: func (i32, i64, i32) -> i32",
    "env g: global mut i64",
  ]);
  expect(info.exports).toEqual([
    { name: "memory", kind: "memory", type: "memory 2..16" },
    { name: "t", kind: "table", type: "table 1..10 funcref" },
    { name: "_initialize", kind: "func", type: "func ()", params: [], results: [] },
    { name: "pair", kind: "func", type: "func (f32) -> (i32, f64)", params: ["f32"], results: ["i32", "f64"] },
  ]);
  expect(info.memories).toEqual([{ min: 2, max: 16, shared: false, index: "i32" }]);
  expect(info.capabilities).toContain("clock");
  expect(JSON.parse(JSON.stringify(info))).toMatchObject({ entry: "reactor", imports: info.imports });
});

test("inspecting runs nothing: neither an endless start function nor an endless _initialize", async () => {
  const info = await inspectPlugin(wat(`(module (func $forever (export "_initialize") (loop br 0)) (start $forever))`));
  expect(info.entry).toBe("reactor");
});

test("a component without anything in it is loaded and has no exports", async () => {
  const component = new Uint8Array([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]);
  expect(await inspectPlugin(component)).toMatchObject({ kind: "component", size: 8, wit: expect.any(String) });
  expect(Object.keys((await loadPlugin(component)).exports)).toEqual([]);
});

test("the language comes from the producers section, C only where nothing else is named", async () => {
  const produced = (field: string, ...names: string[]) => {
    const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
    const values = names.flatMap((name) => [...text(name), 0]);
    const body = [...text("producers"), 1, ...text(field), names.length, ...values];
    return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, body.length, ...body]);
  };
  const producers = (...languages: string[]) => produced("language", ...languages);
  expect((await inspectPlugin(producers("C11"))).language).toBe("C");
  expect((await inspectPlugin(producers("C_plus_plus_14", "C11"))).language).toBe("C++");
  expect((await inspectPlugin(producers("C11", "Rust"))).language).toBe("Rust");
  expect((await inspectPlugin(produced("processed-by", "rustc", "clang"))).language).toBe("Rust");
  expect((await inspectPlugin(produced("processed-by", "clang"))).language).toBe(undefined);
  const abort = wat(`(module (import "env" "abort" (func (param i32 i32 i32 i32))))`);
  expect((await inspectPlugin(abort)).language).toBe("AssemblyScript");
});

test("a broken custom section is a note, for it does not make the module wrong", async () => {
  const name = new TextEncoder().encode("producers");
  const body = [name.length, ...name, 0xff, 0xff, 0xff, 0xff, 0x0f];
  const info = await inspectPlugin(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, body.length, ...body]));
  expect(info.producers).toEqual([]);
  expect(info.notes).toEqual([expect.stringMatching(/^producers section: .*offset 0x/)]);
});
