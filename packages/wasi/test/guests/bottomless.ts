/** Recurses until the stack ends, and on the way back up calls WASI at every level, catching whatever comes of it. */
export const bottomless: string = `(module
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\\08\\00\\00\\00\\01\\00\\00\\00x")
  (global $bad (mut i32) (i32.const 0))
  (func $print
    (if (i32.gt_u (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 64)) (i32.const 76))
      (then (global.set $bad (i32.const 1)))))
  (func $deeper (param $left i32)
    (if (local.get $left) (then
      (try (do (call $print)) (catch_all))
      (call $deeper (i32.sub (local.get $left) (i32.const 1)))
      (try (do (call $print)) (catch_all)))))
  (func (export "fall") (param $depth i32) (result i32)
    (try (do (call $deeper (local.get $depth))) (catch_all))
    (global.get $bad))
)`;
