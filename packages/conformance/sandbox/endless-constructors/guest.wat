(module
  (func (export "__wasm_call_ctors") (loop $again (br $again))))
