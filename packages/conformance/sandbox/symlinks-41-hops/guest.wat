(module
  (import "wasi_snapshot_preview1" "path_symlink" (func $path_symlink (param i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "outside")
  (data (i32.const 32) "1")
  (data (i32.const 40) "2")
  ;; The first is called 1 and leads to the file, the 40th is called X, and the 41st Y.
  (func (export "run") (result i32 i32)
    (drop (call $path_symlink (i32.const 16) (i32.const 7) (i32.const 3) (i32.const 32) (i32.const 1)))
    (loop $more
      (drop (call $path_symlink (i32.const 32) (i32.const 1) (i32.const 3) (i32.const 40) (i32.const 1)))
      (i32.store8 (i32.const 32) (i32.load8_u (i32.const 40)))
      (i32.store8 (i32.const 40) (i32.add (i32.load8_u (i32.const 40)) (i32.const 1)))
      (br_if $more (i32.le_u (i32.load8_u (i32.const 40)) (i32.const 0x59))))
    (i32.store8 (i32.const 40) (i32.const 0x58))
    (call $path_open (i32.const 3) (i32.const 1) (i32.const 40) (i32.const 1) (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0))
    (call $path_open (i32.const 3) (i32.const 1) (i32.const 32) (i32.const 1) (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0))))
