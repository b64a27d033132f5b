(module
  (import "wasi_snapshot_preview1" "path_open" (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_pwrite" (func $fd_pwrite (param i32 i32 i32 i64 i32) (result i32)))
  (memory (export "memory") 2)
  (data (i32.const 0) "\10\00\00\00\00\00\01\00")
  (data (i32.const 8) "full")
  ;; Writes 64 KiB further and further on, then opens the file again and again, each until there is no more.
  (func (export "run") (result i32 i32) (local $errno i32) (local $offset i64)
    (drop (call $path_open (i32.const 3) (i32.const 0) (i32.const 8) (i32.const 4) (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 12)))
    (loop $more
      (local.set $errno (call $fd_pwrite (i32.load (i32.const 12)) (i32.const 0) (i32.const 1) (local.get $offset) (i32.const 20)))
      (local.set $offset (i64.add (local.get $offset) (i64.const 0x10000)))
      (br_if $more (i32.eqz (local.get $errno))))
    (local.get $errno)
    (loop $more
      (local.set $errno (call $path_open (i32.const 3) (i32.const 0) (i32.const 8) (i32.const 4) (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 12)))
      (br_if $more (i32.eqz (local.get $errno))))
    (local.get $errno)))
