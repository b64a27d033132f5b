import type { ByteReader } from "../../byte-reader.ts";
import { decodeValType } from "../../decode/value-type.ts";
import type { Canon } from "../canon.ts";
import { decodeCanonOptions } from "./canon-options.ts";
import { type ComponentScope, plainItem } from "./component-scope.ts";
import { decodeSortedIndex } from "./sort.ts";
import { decodeResultList } from "./val-type.ts";

const resources = { 2: "resource.new", 3: "resource.drop", 4: "resource.rep" } as const;

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#canonical-definitions |
 * Binary, canonical definitions}.
 */
export function decodeCanon(reader: ByteReader, scope: ComponentScope): Canon {
  const start = reader.offset;
  scope.reach = 0;
  const canon = decodeFunction(reader, scope);
  if (canon.kind === "lift") scope.add(reader, "func", { kind: "func", depth: scope.reach }, start);
  else scope.add(reader, "core func", plainItem, start);
  return canon;
}

function decodeFunction(reader: ByteReader, scope: ComponentScope): Canon {
  const start = reader.offset;
  const code = reader.byte("canonical function");
  switch (code) {
    case 0x00:
    case 0x01: {
      const sortStart = reader.offset;
      const sort = reader.byte("sort");
      if (sort !== 0) throw reader.unknown("sort", sort, sortStart);
      const func = decodeSortedIndex(reader, scope, code === 0 ? "core func" : "func");
      const options = decodeCanonOptions(reader, scope);
      if (code === 1) return { kind: "lower", function: func, options };
      return { kind: "lift", function: func, options, type: decodeSortedIndex(reader, scope, "type", "func") };
    }
    case 0x02:
    case 0x03:
    case 0x04:
      return { kind: resources[code], resource: decodeSortedIndex(reader, scope, "type", "resource") };
    case 0x09: {
      const result = decodeResultList(reader, scope);
      return { kind: "task.return", result, options: decodeCanonOptions(reader, scope) };
    }
    default: {
      const [name, operands = ""] = builtIns.get(code)?.split(" ") ?? [];
      if (name === undefined) throw reader.unknown("canonical function", code, start);
      for (const operand of operands) decodeOperand(reader, scope, operand);
      return { kind: "other", name };
    }
  }
}

/**
 * The built-ins of which only the name is kept, each with its operands: a `t`ype index, `o`ptions, a `f`lag, a core
 * `v`alue type, a `n`umber, and core indices of a `m`emory, a function `T`ype and a ta`b`le.
 */
const builtIns: ReadonlyMap<number, string> = new Map([
  [0x05, "task.cancel"],
  [0x06, "subtask.cancel f"],
  [0x0a, "context.get vn"],
  [0x0b, "context.set vn"],
  [0x0c, "thread.yield f"],
  [0x0d, "subtask.drop"],
  [0x0e, "stream.new t"],
  [0x0f, "stream.read to"],
  [0x10, "stream.write to"],
  [0x11, "stream.cancel-read tf"],
  [0x12, "stream.cancel-write tf"],
  [0x13, "stream.drop-readable t"],
  [0x14, "stream.drop-writable t"],
  [0x15, "future.new t"],
  [0x16, "future.read to"],
  [0x17, "future.write to"],
  [0x18, "future.cancel-read tf"],
  [0x19, "future.cancel-write tf"],
  [0x1a, "future.drop-readable t"],
  [0x1b, "future.drop-writable t"],
  [0x1c, "error-context.new o"],
  [0x1d, "error-context.debug-message o"],
  [0x1e, "error-context.drop"],
  [0x1f, "waitable-set.new"],
  [0x20, "waitable-set.wait fm"],
  [0x21, "waitable-set.poll fm"],
  [0x22, "waitable-set.drop"],
  [0x23, "waitable.join"],
  [0x24, "backpressure.inc"],
  [0x25, "backpressure.dec"],
  [0x26, "thread.index"],
  [0x27, "thread.new-indirect Tb"],
  [0x28, "thread.resume-later"],
  [0x29, "thread.suspend f"],
  [0x2a, "thread.suspend-then-resume f"],
  [0x2b, "thread.yield-then-resume f"],
  [0x2c, "thread.suspend-then-promote f"],
  [0x2d, "thread.yield-then-promote f"],
  [0x2e, "stream.forward t"],
  [0x2f, "future.forward t"],
  [0x40, "thread.spawn-ref fT"],
  [0x41, "thread.spawn-indirect fTb"],
  [0x42, "thread.available-parallelism f"],
]);

function decodeOperand(reader: ByteReader, scope: ComponentScope, operand: string): void {
  const start = reader.offset;
  switch (operand) {
    case "t":
      decodeSortedIndex(reader, scope, "type", "value");
      return;
    case "o":
      decodeCanonOptions(reader, scope);
      return;
    case "v":
      decodeValType(reader, scope);
      return;
    case "n":
      reader.u32("number");
      return;
    case "m":
      decodeSortedIndex(reader, scope, "core memory");
      return;
    case "T":
      decodeSortedIndex(reader, scope, "core type", "core type");
      return;
    case "b":
      decodeSortedIndex(reader, scope, "core table");
      return;
  }
  const flag = reader.byte("flag");
  if (flag > 1) throw reader.unknown("flag", flag, start);
}
