;; The guest's functions for Extism. As its kits do it, input is read and output written by eight bytes a call, and what
;; is neither number nor text crosses as JSON, which this guest does not even read.
(module
  (import "extism:host/env" "input_length" (func $input_length (result i64)))
  (import "extism:host/env" "input_load_u64" (func $input_load_u64 (param i64) (result i64)))
  (import "extism:host/env" "input_load_u8" (func $input_load_u8 (param i64) (result i32)))
  (import "extism:host/env" "alloc" (func $alloc (param i64) (result i64)))
  (import "extism:host/env" "free" (func $free (param i64)))
  (import "extism:host/env" "store_u64" (func $store_u64 (param i64 i64)))
  (import "extism:host/env" "store_u8" (func $store_u8 (param i64 i32)))
  (import "extism:host/env" "output_set" (func $output_set (param i64 i64)))
  (import "extism:host/user" "tick" (func $tick (param i32) (result i32)))
  (import "extism:host/user" "note" (func $note (param i64)))
  (memory (export "memory") 32)
  (data (i32.const 0) "notes")

  ;; Reads the whole input to address 8 and gives its length.
  (func $read (result i64) (local $length i64) (local $at i64)
    (local.set $length (call $input_length))
    (loop $words
      (if (i64.le_u (i64.add (local.get $at) (i64.const 8)) (local.get $length))
        (then
          (i64.store offset=8 (i32.wrap_i64 (local.get $at)) (call $input_load_u64 (local.get $at)))
          (local.set $at (i64.add (local.get $at) (i64.const 8)))
          (br $words))))
    (loop $bytes
      (if (i64.lt_u (local.get $at) (local.get $length))
        (then
          (i32.store8 offset=8 (i32.wrap_i64 (local.get $at)) (call $input_load_u8 (local.get $at)))
          (local.set $at (i64.add (local.get $at) (i64.const 1)))
          (br $bytes))))
    (local.get $length))

  ;; Copies so many bytes at an address to a block of the host's and gives that.
  (func $copy (param $from i32) (param $length i64) (result i64) (local $to i64) (local $at i64)
    (local.set $to (call $alloc (local.get $length)))
    (loop $words
      (if (i64.le_u (i64.add (local.get $at) (i64.const 8)) (local.get $length))
        (then
          (call $store_u64 (i64.add (local.get $to) (local.get $at))
            (i64.load (i32.add (local.get $from) (i32.wrap_i64 (local.get $at)))))
          (local.set $at (i64.add (local.get $at) (i64.const 8)))
          (br $words))))
    (loop $bytes
      (if (i64.lt_u (local.get $at) (local.get $length))
        (then
          (call $store_u8 (i64.add (local.get $to) (local.get $at))
            (i32.load8_u (i32.add (local.get $from) (i32.wrap_i64 (local.get $at)))))
          (local.set $at (i64.add (local.get $at) (i64.const 1)))
          (br $bytes))))
    (local.get $to))

  (func $write (param $from i32) (param $length i64)
    (call $output_set (call $copy (local.get $from) (local.get $length)) (local.get $length)))

  (func (export "add") (result i32)
    (drop (call $read))
    (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (i32.load (i32.const 12))))
    (call $write (i32.const 8) (i64.const 4))
    (i32.const 0))

  (func (export "echo") (result i32)
    (call $write (i32.const 8) (call $read))
    (i32.const 0))

  (func (export "tick_often") (result i32) (local $times i32) (local $n i32)
    (drop (call $read))
    (local.set $times (i32.load (i32.const 8)))
    (loop $turn
      (local.set $n (call $tick (local.get $n)))
      (br_if $turn (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (i32.store (i32.const 8) (local.get $n))
    (call $write (i32.const 8) (i64.const 4))
    (i32.const 0))

  (func (export "note_often") (result i32) (local $times i32) (local $block i64)
    (drop (call $read))
    (local.set $times (i32.load (i32.const 8)))
    (loop $turn
      (call $note (local.tee $block (call $copy (i32.const 0) (i64.const 5))))
      (call $free (local.get $block))
      (br_if $turn (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (i32.const 0)))
