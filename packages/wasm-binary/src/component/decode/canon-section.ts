import type { ByteReader } from "../../byte-reader.ts";
import { decodeValType } from "../../decode/value-type.ts";
import type { Canon } from "../canon.ts";
import { decodeCanonOptions } from "./canon-options.ts";
import { type ComponentScope, plainItem } from "./component-scope.ts";
import { decodeSortedIndex } from "./sort.ts";
import { decodeResultList } from "./val-type.ts";

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
      return { kind: "resource.new", resource: decodeSortedIndex(reader, scope, "type", "resource") };
    case 0x03:
      return { kind: "resource.drop", resource: decodeSortedIndex(reader, scope, "type", "resource") };
    case 0x04:
      return { kind: "resource.rep", resource: decodeSortedIndex(reader, scope, "type", "resource") };
    case 0x09: {
      const result = decodeResultList(reader, scope);
      return { kind: "task.return", result, options: decodeCanonOptions(reader, scope) };
    }
    default: {
      const [name, letters = ""] = builtIns.get(code)?.split(" ") ?? [];
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

const endsOf = (kind: "stream" | "future", first: number): [number, string][] =>
  ends.map((end, index) => [first + index, `${kind}.${end}`]);

/** The built-ins of which only the name is kept, each with the letters of its {@link operands}. */
const builtIns: ReadonlyMap<number, string> = new Map([
  [0x05, "task.cancel"],
  [0x06, "subtask.cancel f"],
  [0x0a, "context.get vn"],
  [0x0b, "context.set vn"],
  [0x0c, "thread.yield f"],
  [0x0d, "subtask.drop"],
  ...endsOf("stream", 0x0e),
  ...endsOf("future", 0x15),
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
  [0x27, "thread.new-indirect cb"],
  [0x28, "thread.resume-later"],
  [0x29, "thread.suspend f"],
  [0x2a, "thread.suspend-then-resume f"],
  [0x2b, "thread.yield-then-resume f"],
  [0x2c, "thread.suspend-then-promote f"],
  [0x2d, "thread.yield-then-promote f"],
  [0x2e, "stream.forward t"],
  [0x2f, "future.forward t"],
  [0x40, "thread.spawn-ref fc"],
  [0x41, "thread.spawn-indirect fcb"],
  [0x42, "thread.available-parallelism f"],
]);

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
