import type { FuncType } from "./composite-type.ts";
import type { AddressType, ExternType, Limits, MemoryType, TableType } from "./extern-type.ts";
import type { HeapType, ValType } from "./value-type.ts";

/**
 * A type as a line for people: `func (i32, i32) -> i32`, `memory 1..16`, `global mut i32`, `table 1..10 funcref`,
 * `tag (i32)`. What is not the usual case is said as in the text format: `memory i64 1..2 shared`.
 */
export function printType(type: ExternType): string {
  switch (type.kind) {
    case "func":
      return `func ${printFuncType(type.type)}`;
    case "tag":
      return `tag ${printFuncType(type.type)}`;
    case "table":
      return `table ${printTableType(type)}`;
    case "memory":
      return `memory ${printMemoryType(type)}`;
    case "global":
      return `global ${type.mutable ? "mut " : ""}${printValType(type.type)}`;
  }
}

/** `(i32, i32) -> i32`, `()`, `(i64) -> (i32, f64)`. */
function printFuncType({ params, results }: FuncType): string {
  const taken = `(${params.map(printValType).join(", ")})`;
  if (results.length === 0) return taken;
  const given = results.map(printValType).join(", ");
  return `${taken} -> ${results.length === 1 ? given : `(${given})`}`;
}

/** `i32`, `funcref`, `(ref null 3)`, as in the text format. */
export function printValType(type: ValType): string {
  if (typeof type === "string") return type;
  const short = type.nullable ? shortNames.get(type.heap) : undefined;
  return short ?? `(ref ${type.nullable ? "null " : ""}${type.heap})`;
}

/**
 * See {@link https://webassembly.github.io/spec/core/text/types.html#reference-types | text format, reference types}.
 */
const shortNames: ReadonlyMap<HeapType, string> = new Map<HeapType, string>([
  ["any", "anyref"],
  ["eq", "eqref"],
  ["i31", "i31ref"],
  ["struct", "structref"],
  ["array", "arrayref"],
  ["none", "nullref"],
  ["func", "funcref"],
  ["nofunc", "nullfuncref"],
  ["extern", "externref"],
  ["noextern", "nullexternref"],
  ["exn", "exnref"],
  ["noexn", "nullexnref"],
]);

function printTableType({ limits, index, element }: TableType): string {
  return `${printLimits(limits, index)} ${printValType(element)}`;
}

function printMemoryType({ limits, index, shared }: MemoryType): string {
  return `${printLimits(limits, index)}${shared ? " shared" : ""}`;
}

function printLimits({ min, max }: Limits, index: AddressType): string {
  const wide = index === "i64" ? "i64 " : "";
  return max === undefined ? `${wide}${min}` : `${wide}${min}..${max}`;
}
