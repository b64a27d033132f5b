/** A guest whose export `run` costs what somebody has counted. */
export interface Counted {
  readonly what: string;
  readonly text: string;
  readonly args: readonly number[];
  readonly cost: bigint;
}

/** Each instruction that runs costs one, those that end blocks and functions as well. */
export const counted: readonly Counted[] = [
  { what: "a line", text: `(func (export "run") (result i32) i32.const 1 i32.const 2 i32.add)`, args: [], cost: 4n },
  { what: "nothing", text: `(func (export "run"))`, args: [], cost: 1n },
  {
    // local.get if | nop else | nop nop end | end
    what: "an if whose condition holds",
    text: `(func (export "run") (param i32) (if (local.get 0) (then nop) (else nop nop)))`,
    args: [1],
    cost: 5n,
  },
  {
    what: "an if whose condition does not",
    text: `(func (export "run") (param i32) (if (local.get 0) (then nop) (else nop nop)))`,
    args: [0],
    cost: 6n,
  },
  {
    // local.get if | nop end | end
    what: "an if that is passed over",
    text: `(func (export "run") (param i32) (if (local.get 0) (then nop)))`,
    args: [0],
    cost: 3n,
  },
  {
    // loop | local.get i32.const i32.sub local.tee br_if | end | end
    what: "a loop of seven rounds",
    text: `(func (export "run") (param i32) loop local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0 end)`,
    args: [7],
    cost: 1n + 7n * 5n + 1n + 1n,
  },
  {
    // block block local.get br_table | end | nop end | end
    what: "br_table to the inner block",
    text: `(func (export "run") (param i32) block block local.get 0 br_table 0 1 end nop end)`,
    args: [0],
    cost: 4n + 2n + 1n,
  },
  {
    what: "br_table to the outer block",
    text: `(func (export "run") (param i32) block block local.get 0 br_table 0 1 end nop end)`,
    args: [1],
    cost: 4n + 1n,
  },
  {
    // call nop call end, and twice: nop end
    what: "calls",
    text: `(func $f nop) (func (export "run") call $f nop call $f)`,
    args: [],
    cost: 4n + 2n * 2n,
  },
  {
    what: "a tail call, and not what follows it",
    text: `(func $f nop) (func (export "run") return_call $f nop nop)`,
    args: [],
    cost: 1n + 2n,
  },
  {
    // i32.const i32.const i32.const memory.fill end, and one for 64 bytes
    what: "memory.fill",
    text: `(memory 100) (func (export "run") i32.const 0 i32.const 1 i32.const 6400063 memory.fill)`,
    args: [],
    cost: 5n + 100_000n,
  },
  {
    what: "memory.fill of 63 bytes, which are less than one costs",
    text: `(memory 1) (func (export "run") i32.const 0 i32.const 1 i32.const 63 memory.fill)`,
    args: [],
    cost: 5n,
  },
  {
    what: "memory.fill of 64 bytes",
    text: `(memory 1) (func (export "run") i32.const 0 i32.const 1 i32.const 64 memory.fill)`,
    args: [],
    cost: 6n,
  },
  {
    // block try_table throw | (caught) end | end
    what: "an exception",
    text: `(tag $e) (func (export "run") block try_table (catch_all 0) throw $e nop end end)`,
    args: [],
    cost: 2n + 1n + 1n,
  },
  {
    // try nop catch_all | end
    what: "a try that nothing is thrown in",
    text: `(func (export "run") try nop catch_all nop nop end)`,
    args: [],
    cost: 1n + 2n + 1n,
  },
  {
    // try throw | (caught) nop nop end | end
    what: "a try that something is thrown in",
    text: `(tag $e) (func (export "run") try throw $e catch_all nop nop end)`,
    args: [],
    cost: 1n + 1n + 3n + 1n,
  },
  {
    // try br | (passed over) nop delegate | end
    what: "a try that delegates, and is left",
    text: `(func (export "run") try br 0 nop delegate 0)`,
    args: [],
    cost: 2n + 1n,
  },
];
