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
      reader.oneOf("sort", ["func"]);
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
      const [name, letters = ""] = builtIns[code]?.split(" ") ?? [];
      if (name === undefined) throw reader.unknown("canonical function", code, start);
      for (const letter of letters) operands[letter]?.(reader, scope);
      return { kind: "other", name };
    }
  }
}

/** What both streams and futures have, from the code of the first on. */
const ends = [
  "new t",
  "read to",
  "write to",
  "cancel-read tf",
  "cancel-write tf",
  "drop-readable t",
  "drop-writable t",
];

const endsOf = (kind: "stream" | "future", first: number): Readonly<Record<number, string>> =>
  Object.fromEntries(ends.map((end, index) => [first + index, `${kind}.${end}`]));

/** The built-ins of which only the name is kept, each with the letters of its {@link operands}. */
const builtIns: Readonly<Record<number, string>> = {
  5: "task.cancel",
  6: "subtask.cancel f",
  10: "context.get vn",
  11: "context.set vn",
  12: "thread.yield f",
  13: "subtask.drop",
  ...endsOf("stream", 0x0e),
  ...endsOf("future", 0x15),
  28: "error-context.new o",
  29: "error-context.debug-message o",
  30: "error-context.drop",
  31: "waitable-set.new",
  32: "waitable-set.wait fm",
  33: "waitable-set.poll fm",
  34: "waitable-set.drop",
  35: "waitable.join",
  36: "backpressure.inc",
  37: "backpressure.dec",
  38: "thread.index",
  39: "thread.new-indirect cb",
  40: "thread.resume-later",
  41: "thread.suspend f",
  42: "thread.suspend-then-resume f",
  43: "thread.yield-then-resume f",
  44: "thread.suspend-then-promote f",
  45: "thread.yield-then-promote f",
  46: "stream.forward t",
  47: "future.forward t",
  64: "thread.spawn-ref fc",
  65: "thread.spawn-indirect fcb",
  66: "thread.available-parallelism f",
};

type Operand = (reader: ByteReader, scope: ComponentScope) => unknown;

const operands: Readonly<Record<string, Operand>> = {
  b: (reader, scope) => decodeSortedIndex(reader, scope, "core table"),
  c: (reader, scope) => decodeSortedIndex(reader, scope, "core type", "core type"),
  f: (reader) => reader.oneOf("flag", [false, true]),
  m: (reader, scope) => decodeSortedIndex(reader, scope, "core memory"),
  n: (reader) => reader.u32("number"),
  o: decodeCanonOptions,
  t: (reader, scope) => decodeSortedIndex(reader, scope, "type", "value"),
  v: decodeValType,
};
