;; Loops that are nothing but the loop, the worst that a check in each turn can meet, and recursion.
(module
  (memory 4)
  ;; No memory: a linear congruence.
  (func (export "sum") (param $n i32) (result i32) (local $sum i32)
    (loop $more
      (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $n)))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  ;; A load a turn.
  (func (export "bytes") (param $n i32) (result i32) (local $sum i32)
    (loop $more
      (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $n))))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  ;; A load and a store a turn.
  (func (export "copy") (param $n i32) (result i32)
    (loop $more
      (i32.store8 offset=65536 (local.get $n) (i32.xor (i32.load8_u (local.get $n)) (i32.const 85)))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.load8_u offset=65537 (i32.const 0)))
  ;; FNV-1a in 64 bits.
  (func (export "hash") (param $n i32) (result i32) (local $hash i64)
    (loop $more
      (local.set $hash (i64.mul (i64.xor (local.get $hash) (i64.load8_u (local.get $n))) (i64.const 1099511628211)))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.wrap_i64 (local.get $hash)))
  ;; A loop in a loop, and stores that are far from each other.
  (func (export "sieve") (param $n i32) (result i32) (local $i i32) (local $j i32) (local $found i32)
    (memory.fill (i32.const 0) (i32.const 0) (local.get $n))
    (local.set $i (i32.const 2))
    (loop $outer
      (if (i32.eqz (i32.load8_u (local.get $i)))
        (then
          (local.set $found (i32.add (local.get $found) (i32.const 1)))
          (local.set $j (i32.mul (local.get $i) (local.get $i)))
          (if (i32.lt_u (local.get $j) (local.get $n))
            (then
              (loop $inner
                (i32.store8 (local.get $j) (i32.const 1))
                (local.set $j (i32.add (local.get $j) (local.get $i)))
                (br_if $inner (i32.lt_u (local.get $j) (local.get $n))))))))
      (br_if $outer (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
    (local.get $found))
  (func $fib (export "fib") (param $n i32) (result i32)
    (if (result i32) (i32.lt_u (local.get $n) (i32.const 2))
      (then (local.get $n))
      (else
        (i32.add
          (call $fib (i32.sub (local.get $n) (i32.const 1)))
          (call $fib (i32.sub (local.get $n) (i32.const 2))))))))
