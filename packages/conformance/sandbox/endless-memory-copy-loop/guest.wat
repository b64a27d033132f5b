(module
  (memory 2048)
  (func (export "run")
    (loop $again
      (memory.copy (i32.const 0) (i32.const 1) (i32.const 0x7ffffff))
      (br $again))))
