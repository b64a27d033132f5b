(module
  (import "env" "back" (func $back))
  (func (export "run") (call $back)))
