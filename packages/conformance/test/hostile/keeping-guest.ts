/** What is taken is kept where it lies, and given again. */
export const keeping: string = `
  (memory (export "memory") 64)
  (global $top (mut i32) (i32.const 4096))
  (func (export "cabi_realloc") (param $old i32) (param $was i32) (param $align i32) (param $size i32) (result i32)
    (local $new i32)
    (global.set $top (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
    (local.set $new (global.get $top))
    (memory.copy (local.get $new) (local.get $old) (local.get $was))
    (global.set $top (i32.add (global.get $top) (local.get $size)))
    (local.get $new))
  ${["text", "texts", "bytes", "words", "nested", "entries", "shapes"]
    .map(
      (of) => `(func (export "polyplug:hostile/taken#${of}") (param i32 i32)
        (i32.store (i32.const 64) (local.get 0)) (i32.store (i32.const 68) (local.get 1)))
      (func (export "polyplug:hostile/given#${of}") (result i32) (global.set $top (i32.const 4096)) (i32.const 64))`,
    )
    .join("\n")}
  (func (export "polyplug:hostile/taken#rights") (param i32) (i32.store (i32.const 64) (local.get 0)))
  (func (export "polyplug:hostile/given#rights") (result i32) (i32.load (i32.const 64)))
  (func (export "polyplug:hostile/taken#color") (param i32))
  (func (export "polyplug:hostile/taken#long") (param i64))
  (func (export "count") (result i32) (i32.const 7))`;
