import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";
import type { CanonOptions } from "../canon.ts";
import type { ComponentScope } from "./component-scope.ts";
import { decodeSortedIndex } from "./sort.ts";

const names = [
  "stringEncoding",
  "stringEncoding",
  "stringEncoding",
  "memory",
  "realloc",
  "postReturn",
  "async",
  "callback",
] as const;
const encodings = ["utf8", "utf16", "latin1+utf16"] as const;

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
  scope.list(reader, "option", { most: limits.canonOptions, leastBytes: 1 }, () => {
    const start = reader.offset;
    const code = reader.byte("option");
    const name = names[code];
    if (name === undefined) throw reader.unknown("option", code, start);
    if (given.has(name)) throw reader.malformed("there is one of its kind already", start);
    given.add(name);
    if (name === "stringEncoding") options[name] = encodings[code] ?? "utf8";
    else if (name === "async") options[name] = true;
    else options[name] = decodeSortedIndex(reader, scope, name === "memory" ? "core memory" : "core func");
  });
  return options;
}
