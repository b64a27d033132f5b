;; Tells its host of numbers, as often as it is told to.
(module
  (import "acme" "log" (func $log (param i32 f64)))
  (func $count (export "count") (param $left i32)
    (if (local.get $left) (then
      (call $log (local.get $left) (f64.const 0.5))
      (call $count (i32.sub (local.get $left) (i32.const 1)))))))
