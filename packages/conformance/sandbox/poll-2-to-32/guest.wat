(module
  (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 4)
  (func (export "run") (result i32 i32 i32)
    (call $poll_oneoff (i32.const 0) (i32.const 0x20000) (i32.const -1) (i32.const 16))
    (call $poll_oneoff (i32.const 0) (i32.const 0x20000) (i32.const 1025) (i32.const 16))
    (call $poll_oneoff (i32.const 0) (i32.const 0x20000) (i32.const 0) (i32.const 16))))
