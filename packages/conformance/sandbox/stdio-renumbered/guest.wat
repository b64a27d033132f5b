(module
  (import "wasi_snapshot_preview1" "fd_renumber" (func $fd_renumber (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "run") (result i32 i32 i32 i32)
    (call $fd_renumber (i32.const 2) (i32.const 1))
    (call $fd_write (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 16))
    (call $fd_write (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 16))
    (call $fd_renumber (i32.const 700) (i32.const 0))))
