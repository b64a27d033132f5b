import type { Calls, Score } from "./calls.ts";
import type { Subject } from "./row.ts";
import type { Turn } from "./timed-loop.ts";

/** A function of the guest, and what it is called with. */
export interface CallCase extends Subject {
  readonly function: keyof Calls;
  readonly turn: Turn;
  /** What of it counts in one turn. By default 1. */
  readonly countPerTurn?: number;
}

/** `add(i, 7)`: the sum of 0..n-1 and 7 n, as the loop wraps it. */
export const addTurn: Turn = {
  args: "i, 7",
  sum: (turns) => wrapped((BigInt(turns) * BigInt(turns - 1)) / 2n + 7n * BigInt(turns)),
};

/** Calls of the host in one call of the guest: enough to make nothing of the call itself. */
const many = 1000;

export const callCases: readonly CallCase[] = [
  {
    case: "add(u32, u32)",
    unit: "ns",
    against: "raw export",
    measure: "ratio",
    target: 1.5,
    function: "add",
    turn: addTurn,
  },
  echo("16 bytes", 16),
  echo("1 KiB", 1024),
  echo("64 KiB", 65_536),
  echo("1 MiB", 1_048_576),
  {
    case: "list<u8>, 100 kB there and back",
    unit: "us",
    against: "hand-written glue",
    measure: "ratio",
    target: 1.2,
    function: "echoBytes",
    turn: {
      args: "inputs[0]",
      count: ".length",
      inputs: [Uint8Array.from({ length: 100_000 }, (_, index) => index)],
      sum: multiplesOf(100_000),
    },
  },
  {
    case: "1,000 records {u32, string, f64} there and back",
    unit: "us",
    against: "hand-written glue",
    measure: "ratio",
    target: 1.3,
    function: "echoRows",
    turn: { args: "inputs[0]", count: ".length", inputs: [scores(1000)], sum: multiplesOf(1000) },
  },
  {
    case: "guest calls a host function, u32",
    unit: "ns",
    against: "direct import",
    measure: "ratio",
    target: 2,
    function: "tickOften",
    turn: { args: `${many}`, sum: multiplesOf(many) },
    countPerTurn: many,
  },
  {
    case: "guest calls a host function, 5 characters",
    unit: "ns",
    against: "hand-written import",
    measure: "ratio",
    target: 2,
    function: "noteOften",
    turn: { args: `${many}`, count: " ?? 1", sum: multiplesOf(1) },
    countPerTurn: many,
  },
];

/** Four texts in turn, lest the engine take one for a constant. */
function echo(size: string, bytes: number): CallCase {
  const inputs = ["a", "b", "c", "d"].map((letter) => `${letter}bcdefgh`.repeat(bytes / 8));
  return {
    case: `echo, ${size}`,
    unit: "us",
    against: "hand-written glue",
    measure: "ratio",
    target: 1.2,
    function: "echo",
    turn: { args: "inputs[i & 3]", count: ".length", inputs, sum: multiplesOf(bytes) },
  };
}

function scores(count: number): readonly Score[] {
  return Array.from({ length: count }, (_, id) => ({ id, name: `number ${id}`, score: id / 3 }));
}

function multiplesOf(one: number): Turn["sum"] {
  return (turns) => wrapped(BigInt(turns) * BigInt(one));
}

function wrapped(sum: bigint): number {
  return Number(BigInt.asIntN(32, sum));
}
