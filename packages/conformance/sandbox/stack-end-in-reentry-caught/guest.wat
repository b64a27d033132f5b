(module
  (import "env" "back" (func $back))
  (func (export "run")
    (try (do (call $back)) (catch_all))
    (loop $again (br $again))))
