;; Function names as a Rust compiler leaves them.
(module
  (func $_ZN5plant6divide17h0123456789abcdefE (param i32 i32) (result i32)
    (i32.div_s (local.get 0) (local.get 1)))
  (func $_ZN5plant5share17h0123456789abcdefE (export "share") (param i32 i32) (result i32)
    (call $_ZN5plant6divide17h0123456789abcdefE (local.get 0) (local.get 1)))
  (func $deeper (export "deeper") (call $deeper))
  (func (export "_start") (drop (call $_ZN5plant5share17h0123456789abcdefE (i32.const 1) (i32.const 0)))))
