(module
  (import "env" "toString" (func (result i32)))
  (import "env" "constructor" (func (result i32)))
  (import "__proto__" "hasOwnProperty" (func (result i32)))
  (import "toString" "call" (func (result i32))))
