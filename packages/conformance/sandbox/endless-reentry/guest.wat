(module
  (import "env" "back" (func $back))
  (func (export "run") (call $back))
  (func (export "spin") (loop $again (br $again))))
