import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";
import type { Definition } from "../component.ts";
import { type ComponentScope, plainItem } from "./component-scope.ts";
import { decodeSortedIndex } from "./sort.ts";

type Start = Extract<Definition, { kind: "start" }>;

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#-start-definitions |
 * Binary, start definitions}.
 */
export function decodeStart(reader: ByteReader, scope: ComponentScope): Pick<Start, "function" | "args" | "results"> {
  const func = decodeSortedIndex(reader, scope, "func");
  const args = scope.list(reader, "argument", limits.startArgs, () => decodeSortedIndex(reader, scope, "value"));
  const start = reader.offset;
  const results = reader.u32("count of results");
  if (results > limits.values) {
    throw reader.unsupported(`start function has ${results} results, the limit is ${limits.values}`, start);
  }
  for (let result = 0; result < results; result++) scope.add(reader, "value", plainItem, start);
  return { function: func, args, results };
}
