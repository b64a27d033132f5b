(module
  (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  ;; The monotonic clock, 2^63 - 1 nanoseconds from now.
  (func (export "run") (result i32)
    (i32.store offset=16 (i32.const 0) (i32.const 1))
    (i64.store offset=24 (i32.const 0) (i64.const 0x7fffffffffffffff))
    (call $poll_oneoff (i32.const 0) (i32.const 0x100) (i32.const 1) (i32.const 0x200))))
