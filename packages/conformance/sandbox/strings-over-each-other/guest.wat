(module
  (memory (export "memory") 8)
  ;; 5,000 strings, each the same 64 KiB of spaces: 320 MB out of 40 kB.
  (func (export "run") (result i32) (local $at i32)
    (memory.fill (i32.const 0x10000) (i32.const 0x20) (i32.const 0x10000))
    (loop $more
      (i32.store (i32.add (local.get $at) (i32.const 0x20000)) (i32.const 0x10000))
      (i32.store offset=4 (i32.add (local.get $at) (i32.const 0x20000)) (i32.const 0x10000))
      (br_if $more (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 40000))))
    (i32.store (i32.const 0) (i32.const 0x20000))
    (i32.store (i32.const 4) (i32.const 5000))
    (i32.const 0)))
