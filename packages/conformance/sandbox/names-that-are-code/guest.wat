(module
  (func (export "__proto__") (result i32) (i32.const 1))
  (func (export "constructor") (result i32) (i32.const 2))
  (func (export "then") (result i32) (i32.const 3))
  (func (export "*/ globalThis.pwned = 1; /*") (result i32) (i32.const 4))
  (func (export "\"); globalThis.pwned = 1; (\"") (result i32) (i32.const 5))
  (func (export "\0a\e2\80\a8`${globalThis.pwned = 1}`") (result i32) (i32.const 6)))
