(module
  (func $ping (export "run") (return_call $pong))
  (func $pong (return_call $ping)))
