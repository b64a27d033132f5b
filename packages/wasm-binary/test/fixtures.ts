import { moduleOf, section } from "./bytes.ts";
import { wat } from "./wat.ts";

/** Small modules that hold between them every section and most forms of entries. */
export const fixtures: Readonly<Record<string, Uint8Array>> = {
  adder: wat(`(module (func (export "adder") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))`),
  wasi: wat(`
    (module
      (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "proc_exit" (func (param i32)))
      (memory (export "memory") 1)
      (data (i32.const 8) "\\10\\00\\00\\00\\03\\00\\00\\00hi\\n")
      (func (export "_start") (drop (call $fd_write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 0)))))`),
  sections: wat(`
    (module
      (import "env" "base" (global $base i32))
      (import "env" "table" (table 1 externref))
      (type $pair (func (param i32) (result i32 i64)))
      (func $pair (type $pair) local.get 0 i64.const 7)
      (func $start)
      (table $calls 2 4 funcref)
      (memory 1 2)
      (tag $problem (export "problem") (param i32))
      (global $count (mut i64) (i64.const -1))
      (global (export "ratio") f64 (f64.const 0.5))
      (export "pair" (func $pair))
      (export "calls" (table $calls))
      (start $start)
      (elem (table $calls) (i32.const 0) func $pair $start)
      (elem funcref (ref.func $start) (ref.null func))
      (data (global.get $base) "active")
      (data "passive"))`),
  wide: wat(`(module (memory (export "m") i64 1 9) (func (export "f") (result i64) (memory.size)))`),
  gc: moduleOf(
    section(
      1,
      4,
      [0x4e, 2, 0x50, 0, 0x5f, 2, 0x63, 1, 1, 0x78, 0, 0x50, 0, 0x5e, 0x64, 0, 1],
      [0x4f, 1, 0, 0x5f, 3, 0x63, 1, 1, 0x78, 0, 0x77, 1],
      [0x60, 2, 0x63, 0x6e, 0x6c, 1, 0x64, 2],
      [0x60, 0, 1, 0x7b],
    ),
    section(2, 1, [1], "x", [1], "f", [0, 3]),
    section(4, 1, [0x40, 0, 0x64, 2, 1, 1, 2], [0xfb, 1, 2, 0x0b]),
    section(6, 1, [0x6c, 0, 0x41, 40, 0x41, 2, 0x41, 5, 0x6c, 0x6a, 0xfb, 28, 0x0b]),
    section(7, 1, [1], "f", [0, 0]),
    section(9, 1, [5, 0x63, 3, 2, 0xd2, 0, 0x0b, 0xd0, 3, 0x0b]),
  ),
};
