;; Writes a note into the first folder that it has, and exits with what went wrong.
(module
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\10\00\00\00\06\00\00\00")
  (data (i32.const 16) "noted\n")
  (data (i32.const 32) "note.txt")
  (func $must (param i32)
    (if (local.get 0) (then (call $proc_exit (local.get 0)))))
  (func (export "_start")
    (call $must (call $path_open (i32.const 3) (i32.const 0) (i32.const 32) (i32.const 8) (i32.const 9)
      (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 48)))
    (call $must (call $fd_write (i32.load (i32.const 48)) (i32.const 0) (i32.const 1) (i32.const 52)))))
