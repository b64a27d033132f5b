(module
  (memory 1 1 shared)
  (func (export "run")
    (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1)))))
