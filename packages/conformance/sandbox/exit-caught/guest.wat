(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  ;; Exits again and again, catches that, writes, and returns as if nothing had happened.
  (func (export "run") (result i32) (local $left i32)
    (local.set $left (i32.const 100))
    (loop $more
      (try (do (call $proc_exit (i32.const 7))) (catch_all))
      (try (do (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 16)))) (catch_all))
      (br_if $more (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (i32.const 1)))
