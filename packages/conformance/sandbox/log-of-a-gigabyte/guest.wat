(module
  (import "wasi:logging/logging@0.1.0-draft" "log" (func $log (param i32 i32 i32 i32 i32)))
  (memory (export "memory") 1025)
  ;; 16 times 64 MiB.
  (func (export "run") (local $left i32)
    (local.set $left (i32.const 16))
    (loop $more
      (call $log (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 0x10000) (i32.const 0x4000000))
      (br_if $more (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))))
