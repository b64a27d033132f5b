;; Imports that nobody provides.
(module
  (import "env" "abort" (func (param i32 i32 i32 i32)))
  (import "acme" "log" (func (param i32)))
  (func (export "go")))
