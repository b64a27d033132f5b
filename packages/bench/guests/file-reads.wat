;; `read` opens the file `data` of the first directory so many times, reads it by a stream until its end, closes it, and
;; gives the bytes that it read in all.
(component
  (import "wasi:io/error@0.2.3" (instance $error (export "error" (type (sub resource)))))
  (alias export $error "error" (type $error))
  (import "wasi:io/streams@0.2.3" (instance $streams
    (export "input-stream" (type $stream (sub resource)))
    (alias outer 1 $error (type $e)) (export "error" (type $error (eq $e)))
    (type $failures (variant (case "last-operation-failed" (own $error)) (case "closed")))
    (export "stream-error" (type $failure (eq $failures)))
    (export "[method]input-stream.blocking-read"
      (func (param "self" (borrow $stream)) (param "len" u64) (result (result (list u8) (error $failure)))))))
  (alias export $streams "input-stream" (type $stream))
  (import "wasi:filesystem/types@0.2.3" (instance $types
    (export "descriptor" (type $descriptor (sub resource)))
    (alias outer 1 $stream (type $s)) (export "input-stream" (type $stream (eq $s)))
    (type $path-flag (flags "symlink-follow")) (export "path-flags" (type $path-flags (eq $path-flag)))
    (type $open-flag (flags "create" "directory" "exclusive" "truncate"))
    (export "open-flags" (type $open-flags (eq $open-flag)))
    (type $flag (flags "read" "write" "file-integrity-sync" "data-integrity-sync" "requested-write-sync"
      "mutate-directory"))
    (export "descriptor-flags" (type $flags (eq $flag)))
    (type $codes (enum "access" "would-block" "already" "bad-descriptor" "busy" "deadlock" "quota" "exist"
      "file-too-large" "illegal-byte-sequence" "in-progress" "interrupted" "invalid" "io" "is-directory" "loop"
      "too-many-links" "message-size" "name-too-long" "no-device" "no-entry" "no-lock" "insufficient-memory"
      "insufficient-space" "not-directory" "not-empty" "not-recoverable" "unsupported" "no-tty" "no-such-device"
      "overflow" "not-permitted" "pipe" "read-only" "invalid-seek" "text-file-busy" "cross-device"))
    (export "error-code" (type $code (eq $codes)))
    (export "[method]descriptor.open-at" (func (param "self" (borrow $descriptor)) (param "path-flags" $path-flags)
      (param "path" string) (param "open-flags" $open-flags) (param "flags" $flags)
      (result (result (own $descriptor) (error $code)))))
    (export "[method]descriptor.read-via-stream" (func (param "self" (borrow $descriptor)) (param "offset" u64)
      (result (result (own $stream) (error $code)))))))
  (alias export $types "descriptor" (type $descriptor))
  (import "wasi:filesystem/preopens@0.2.3" (instance $preopens
    (alias outer 1 $descriptor (type $d)) (export "descriptor" (type $descriptor (eq $d)))
    (export "get-directories" (func (result (list (tuple (own $descriptor) string)))))))
  (core module $Memory
    (memory (export "memory") 4)
    ;; What is read always goes to the same place, and so do the one path and the one list.
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (select (i32.const 65536) (i32.mul (local.get 2) (i32.const 1024)) (i32.gt_u (local.get 3) (i32.const 64)))))
  (core instance $memory (instantiate $Memory))
  (alias core export $memory "memory" (core memory $m))
  (alias core export $memory "realloc" (core func $realloc))
  (core func $directories (canon lower (func $preopens "get-directories") (memory $m) (realloc $realloc)))
  (core func $open (canon lower (func $types "[method]descriptor.open-at") (memory $m)))
  (core func $stream-of (canon lower (func $types "[method]descriptor.read-via-stream") (memory $m)))
  (core func $read (canon lower (func $streams "[method]input-stream.blocking-read") (memory $m) (realloc $realloc)))
  (core func $drop-stream (canon resource.drop $stream))
  (core func $drop-descriptor (canon resource.drop $descriptor))
  (core module $Main
    (import "m" "memory" (memory 1))
    (import "f" "directories" (func $directories (param i32)))
    (import "f" "open" (func $open (param i32 i32 i32 i32 i32 i32 i32)))
    (import "f" "stream" (func $stream (param i32 i64 i32)))
    (import "f" "read" (func $read (param i32 i64 i32)))
    (import "f" "drop-stream" (func $drop-stream (param i32)))
    (import "f" "drop-descriptor" (func $drop-descriptor (param i32)))
    (global $root (mut i32) (i32.const -1))
    (data (i32.const 512) "data")
    (func (export "read") (param $times i32) (result i64)
      (local $file i32) (local $from i32) (local $sum i64)
      (if (i32.eq (global.get $root) (i32.const -1)) (then
        (call $directories (i32.const 0))
        (global.set $root (i32.load (i32.load (i32.const 0))))))
      (block $done (loop $again
        (br_if $done (i32.eqz (local.get $times)))
        (call $open (global.get $root) (i32.const 0) (i32.const 512) (i32.const 4) (i32.const 0) (i32.const 1) (i32.const 16))
        (local.set $file (i32.load (i32.const 20)))
        (call $stream (local.get $file) (i64.const 0) (i32.const 32))
        (local.set $from (i32.load (i32.const 36)))
        (block $end (loop $more
          (call $read (local.get $from) (i64.const 65536) (i32.const 48))
          (br_if $end (i32.load8_u (i32.const 48)))
          (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u (i32.load (i32.const 56)))))
          (br $more)))
        (call $drop-stream (local.get $from))
        (call $drop-descriptor (local.get $file))
        (local.set $times (i32.sub (local.get $times) (i32.const 1)))
        (br $again)))
      (local.get $sum)))
  (core instance $main (instantiate $Main (with "m" (instance $memory)) (with "f" (instance
    (export "directories" (func $directories)) (export "open" (func $open)) (export "stream" (func $stream-of))
    (export "read" (func $read)) (export "drop-stream" (func $drop-stream))
    (export "drop-descriptor" (func $drop-descriptor))))))
  (func (export "read") (param "times" u32) (result u64) (canon lift (core func $main "read"))))
