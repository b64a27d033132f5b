(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  ;; All 1,024 lie over the whole memory, themselves included: 64 MiB in one call.
  (func (export "run") (local $at i32)
    (loop $more
      (i32.store offset=4 (local.get $at) (i32.const 0x10000))
      (br_if $more (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 0x2000))))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 0x400) (i32.const 0x3000)))))
