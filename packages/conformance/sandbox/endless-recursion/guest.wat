(module
  (func $branch (param $left i32)
    (if (local.get $left)
      (then
        (call $branch (i32.sub (local.get $left) (i32.const 1)))
        (call $branch (i32.sub (local.get $left) (i32.const 1))))))
  (func (export "run") (call $branch (i32.const 1000))))
