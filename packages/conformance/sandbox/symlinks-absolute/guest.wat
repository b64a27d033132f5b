(module
  (import "wasi_snapshot_preview1" "path_symlink" (func $path_symlink (param i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "/etc/passwd")
  (data (i32.const 32) "l")
  (data (i32.const 48) "../../etc/passwd")
  ;; No such link is made, and none of the paths is followed.
  (func (export "run") (result i32 i32 i32 i32)
    (call $path_symlink (i32.const 16) (i32.const 11) (i32.const 3) (i32.const 32) (i32.const 1))
    (call $path_open (i32.const 3) (i32.const 1) (i32.const 32) (i32.const 1) (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0))
    (call $path_open (i32.const 3) (i32.const 1) (i32.const 16) (i32.const 11) (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0))
    (call $path_open (i32.const 3) (i32.const 1) (i32.const 48) (i32.const 16) (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0))))
