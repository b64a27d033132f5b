import { callByReference, fillArrays, initFromSegment, returnCallByReference } from "./by-hand.ts";
import type { Call } from "./outcome.ts";
import { wat } from "./wat.ts";

/** Each would run for ever, or for so long that it is the same. */
export interface Endless {
  readonly what: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly calls?: readonly Call[];
}

const run = (depth: number): readonly Call[] => [{ name: "run", args: [depth] }];
/** So deep that calling twice at each level takes longer than the universe is old. */
const deep = run(60);

/** A loop that does what it does again for ever. */
const loop = (what: string, body: string, fields = ""): Endless => ({
  what,
  bytes: wat(`(module ${fields} (func (export "run") (local i32) ${body}))`),
});

/** A function that does, for a depth above 0, something with the depth less one. */
const tree = (what: string, twice: string, fields = ""): Endless => ({
  what,
  bytes: wat(`
    (module ${fields} (type $of (func (param i32))) (table funcref (elem $run $other))
      (func $run (export "run") (type $of)
        (if (i32.eqz (local.get 0)) (then return))
        ${twice})
      (func $other (type $of)
        (if (local.get 0) (then
          (call $run (i32.sub (local.get 0) (i32.const 1)))
          (call $run (i32.sub (local.get 0) (i32.const 1)))))))`),
  calls: deep,
});
const less = "(i32.sub (local.get 0) (i32.const 1))";

/** `count` times the same, one after the other. */
const line = (what: string, instructions: string, count: number, fields: string): Endless => ({
  what: `${count} times ${what}`,
  bytes: wat(`(module ${fields} (func (export "run") ${`${instructions}\n`.repeat(count)}))`),
});

const loops: readonly Endless[] = [
  loop("br", "(loop (br 0))"),
  loop("br_if", "(loop (br_if 0 (i32.const 1)))"),
  loop("br_table", "(block (loop (br_table 0 1 0 (i32.const 2))))"),
  loop("br_table whose default goes on", "(block (loop (br_table 1 0 (i32.const 7))))"),
  loop("br out of a block within", "(loop (block (br_if 1 (i32.const 1))))"),
  loop("br in an else", "(loop (if (local.get 0) (then) (else (br 1))))"),
  loop("br in an if behind an else", "(loop (if (i32.eqz (local.get 0)) (then (br 1)) (else (nop))))"),
  loop("a loop with a parameter", "i32.const 7 (loop (param i32) (result i32) i32.const 1 i32.add br 0) drop"),
  loop("loops in a loop", "(loop (loop (loop (br_if 2 (i32.const 1)))))"),
  loop("a loop behind a call", "(call $f) (loop (br 0))", "(func $f)"),
  loop("a loop of calls", "(loop (call $f) (br 0))", "(func $f)"),
  loop(
    "waiting for a value of shared memory",
    "(loop (br_if 0 (i32.eqz (i32.atomic.load (i32.const 0)))))",
    "(memory 1 1 shared)",
  ),
  loop("waiting for a value of memory", "(loop (br_if 0 (i32.eqz (i32.load (i32.const 0)))))", "(memory 1)"),
];

const exceptions: readonly Endless[] = [
  loop("a loop in try", "(try (do (loop (br 0))) (catch_all))"),
  loop("a loop in try with all of it again", "(loop (try (do (loop (br 0))) (catch_all)) (br 0))"),
  loop("a loop in catch_all", "(try (do (throw $e)) (catch_all (loop (br 0))))", "(tag $e)"),
  loop("throwing in a loop", "(loop (try (do (throw $e)) (catch $e (br 1))))", "(tag $e)"),
  loop("a loop in try and delegate", "(try (do (try (do (loop (br 0))) (delegate 0))) (catch_all))"),
  loop("a loop in try_table", "(block $all (try_table (catch_all $all) (loop (br 0))))"),
  loop(
    "a loop in try_table with all of it again",
    "(loop $again (block $all (try_table (catch_all $all) (loop (br 0)))) (br $again))",
  ),
  loop("try_table that throws to a loop", "(loop $again (try_table (catch $e $again) (throw $e)))", "(tag $e)"),
  tree(
    "calls behind a catch_all",
    `(try (do (throw $e)) (catch_all)) (call $run ${less}) (try (do (call $run ${less}) (throw $e)) (catch_all))`,
    "(tag $e)",
  ),
  tree(
    "calls behind a try_table",
    `(block $all (try_table (catch_all $all) (throw $e))) (call $run ${less}) (call $run ${less})`,
    "(tag $e)",
  ),
  tree(
    "calls behind a try_table whose body calls",
    `(block $all (try_table (catch_all $all) (call $run ${less}) (throw $e))) (call $run ${less})`,
    "(tag $e)",
  ),
];

const calls: readonly Endless[] = [
  tree("call", `(call $run ${less}) (call $run ${less})`),
  tree(
    "call one way or the other",
    `(if (i32.and (local.get 0) (i32.const 1)) (then (nop)) (else (call $run ${less}))) (call $run ${less}) (call $run ${less})`,
  ),
  tree("call of each other", `(call $other ${less}) (call $other ${less})`),
  tree(
    "call_indirect",
    `(call_indirect (type $of) ${less} (i32.const 0)) (call_indirect (type $of) ${less} (i32.const 1))`,
  ),
  tree(
    "call through the host",
    `(call $again ${less}) (call $again ${less})`,
    `(import "env" "again" (func $again (param i32)))`,
  ),
  { what: "call_ref", bytes: callByReference, calls: deep },
  loop("return_call", "(return_call $run)", `(func $run (return_call $run))`),
  loop("return_call of each other", "(return_call $f)", "(func $f (return_call $g)) (func $g (return_call $f))"),
  loop(
    "return_call in one way",
    "(return_call $f (i32.const 0))",
    "(func $f (param i32) (if (local.get 0) (then return)) (return_call $f (local.get 0)))",
  ),
  loop(
    "return_call_indirect",
    "(return_call_indirect (i32.const 0))",
    "(table funcref (elem $f)) (func $f (return_call_indirect (i32.const 0)))",
  ),
  { what: "return_call_ref", bytes: returnCallByReference },
];

const memory = "(memory 2048 2048)";
const table = "(table 10000000 10000000 externref)";
const all = "(i32.const 134217728)";
const most = "(i32.const 134000000)";

const lines: readonly Endless[] = [
  line("memory.fill", `(memory.fill (i32.const 0) (i32.const 1) ${all})`, 8_000, memory),
  line("memory.copy forward", `(memory.copy (i32.const 0) (i32.const 100) ${most})`, 8_000, memory),
  line("memory.copy backward", `(memory.copy (i32.const 100) (i32.const 0) ${most})`, 8_000, memory),
  line(
    "memory.copy between memories",
    `(memory.copy $a $b (i32.const 0) (i32.const 0) ${all})`,
    8_000,
    `(memory $a 2048) (memory $b 2048)`,
  ),
  line(
    "memory.fill in one memory of 64 bits",
    "(memory.fill (i64.const 0) (i32.const 1) (i64.const 134217728))",
    8_000,
    "(memory i64 2048)",
  ),
  { what: "8000 times memory.init", bytes: initFromSegment(8_000) },
  line("table.fill", `(table.fill (i32.const 0) (ref.null extern) (i32.const 10000000))`, 8_000, table),
  line("table.copy", `(table.copy (i32.const 0) (i32.const 1) (i32.const 9999999))`, 8_000, table),
  { what: "3000 times array.fill", bytes: fillArrays(3_000) },
];

/** Instructions that take some time each, on a number and to a number. */
const roots = (count: number): string => "f64.sqrt ".repeat(count);

const products: readonly Endless[] = [
  {
    what: "many calls of a long function",
    bytes: wat(`
      (module
        (global $kept (mut f64) (f64.const 3))
        (func $long (param f64) (result f64) local.get 0 ${roots(150_000)})
        (func (export "run") global.get $kept ${"call $long ".repeat(60_000)} global.set $kept))`),
  },
  {
    what: "many calls of a function in each frame that comes back",
    bytes: wat(`
      (module
        (import "env" "begun" (func $begun))
        (global $kept (mut f64) (f64.const 3))
        (func $short (param f64) (result f64) local.get 0 ${roots(120)})
        (func $run (export "run") (param i32)
          (if (local.get 0) (then (call $run ${less})) (else (call $begun)))
          global.get $kept ${"call $short ".repeat(10_000)} global.set $kept))`),
    calls: run(4_000),
  },
  {
    what: "many instructions in each frame that comes back",
    bytes: wat(`
      (module
        (import "env" "begun" (func $begun))
        (global $kept (mut f64) (f64.const 3))
        (func $run (export "run") (param i32)
          (if (local.get 0) (then (call $run ${less})) (else (call $begun)))
          global.get $kept ${roots(1_000_000)} global.set $kept))`),
    calls: run(4_000),
  },
];

const starts: readonly Endless[] = [
  { what: "a start function", bytes: wat("(module (func $start (loop (br 0))) (start $start))"), calls: [] },
  {
    what: "_initialize",
    bytes: wat(`(module (func (export "_initialize") (loop (br 0))) (func (export "run")))`),
    calls: [
      { name: "_initialize", args: [] },
      { name: "run", args: [] },
    ],
  },
];

/** By what they never end with. */
export const endless: Readonly<Record<string, readonly Endless[]>> = {
  loops,
  exceptions,
  calls,
  lines,
  products,
  starts,
};
