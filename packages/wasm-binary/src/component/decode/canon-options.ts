import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";
import type { CanonOptions } from "../canon.ts";
import type { ComponentScope } from "./component-scope.ts";
import { decodeSortedIndex } from "./sort.ts";

const codes = [
  { name: "stringEncoding", encoding: "utf8" },
  { name: "stringEncoding", encoding: "utf16" },
  { name: "stringEncoding", encoding: "latin1+utf16" },
  { name: "memory", sort: "core memory" },
  { name: "realloc", sort: "core func" },
  { name: "postReturn", sort: "core func" },
  { name: "async" },
  { name: "callback", sort: "core func" },
] as const;

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#canonical-definitions |
 * Binary, canonical definitions}.
 */
export function decodeCanonOptions(reader: ByteReader, scope: ComponentScope): CanonOptions {
  const options: { -readonly [Name in keyof CanonOptions]: CanonOptions[Name] } = {
    stringEncoding: "utf8",
    memory: undefined,
    realloc: undefined,
    postReturn: undefined,
    async: false,
    callback: undefined,
  };
  const given = new Set<keyof CanonOptions>();
  scope.list(reader, "option", limits.canonOptions, () => {
    const start = reader.offset;
    const option = reader.oneOf("option", codes);
    const { name } = option;
    if (given.has(name)) throw reader.malformed("there is one of its kind already", start);
    given.add(name);
    if (name === "stringEncoding") options[name] = option.encoding;
    else if (name === "async") options[name] = true;
    else options[name] = decodeSortedIndex(reader, scope, option.sort);
  });
  return options;
}
