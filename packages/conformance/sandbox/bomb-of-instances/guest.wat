(module
  (memory 16)
  (func (export "run") (result i32) (memory.size)))
