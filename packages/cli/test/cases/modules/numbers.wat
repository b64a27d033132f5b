;; One export a numeric type, and what else can be called or not.
(module
  (memory (export "store") 1 2)
  (global (export "limit") i32 (i32.const 10))
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "add64") (param i64 i64) (result i64) (i64.add (local.get 0) (local.get 1)))
  (func (export "same32") (param f32) (result f32) (local.get 0))
  (func (export "same64") (param f64) (result f64) (local.get 0))
  (func (export "swap") (param i32 i64) (result i64 i32) (local.get 1) (local.get 0))
  (func (export "nothing"))
  (func (export "held") (param externref) (result externref) (local.get 0)))
