(module
  (import "[export]sandbox:endless-destructor/things" "[resource-new]thing" (func $new (param i32) (result i32)))
  (func (export "sandbox:endless-destructor/things#[constructor]thing") (param i32) (result i32)
    (call $new (local.get 0)))
  (func (export "sandbox:endless-destructor/things#[method]thing.get") (param i32) (result i32) (local.get 0))
  (func (export "sandbox:endless-destructor/things#[dtor]thing") (param i32) (loop $again (br $again))))
