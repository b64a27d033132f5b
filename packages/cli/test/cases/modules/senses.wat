;; Each export gives the errno of one function that needs a grant: 0 where it is granted.
(module
  (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "clock") (result i32) (call $clock (i32.const 0) (i64.const 1) (i32.const 0)))
  (func (export "random") (result i32) (call $random (i32.const 0) (i32.const 8)))
  ;; One subscription at 128: monotonic clock, relative. The event's errno is at 8 of the event at 512.
  (func (export "sleep") (param $nanoseconds i64) (result i32) (local $errno i32)
    (i32.store (i32.const 144) (i32.const 1))
    (i64.store (i32.const 152) (local.get $nanoseconds))
    (local.set $errno (call $poll (i32.const 128) (i32.const 512) (i32.const 1) (i32.const 0)))
    (i32.or (local.get $errno) (i32.load16_u (i32.const 520)))))
