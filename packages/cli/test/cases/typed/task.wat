;; A command that tells its host of one step, and then that it failed.
(module
  (import "acme:task/progress" "step" (func $step (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 64) "half of it")
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
  (func (export "wasi:cli/run@0.2.12#run") (result i32)
    (call $step (i32.const 64) (i32.const 10))
    i32.const 1)
)
