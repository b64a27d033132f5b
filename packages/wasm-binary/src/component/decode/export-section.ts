import type { ByteReader } from "../../byte-reader.ts";
import type { Definition } from "../component.ts";
import { type ComponentScope, plainItem } from "./component-scope.ts";
import { checkExternName, decodeExternName } from "./extern-name.ts";
import { decodeComponentExternType, itemOf } from "./extern-type.ts";
import { decodeSortIndex } from "./sort.ts";
import { decodeOptional } from "./val-type.ts";

type Export = Extract<Definition, { kind: "export" }>;

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#import-and-export-definitions |
 * Binary, import and export definitions}.
 */
export function decodeExport(reader: ByteReader, scope: ComponentScope): Pick<Export, "name" | "target" | "type"> {
  const start = reader.offset;
  const name = decodeExternName(reader);
  const target = decodeSortIndex(reader, scope);
  checkExternName(reader, scope.exports, name, target.sort, start);
  const typeStart = reader.offset;
  const type = decodeOptional(reader, "type", () => decodeComponentExternType(reader, scope));
  if (type !== undefined && type.kind !== target.sort) {
    throw reader.malformed(`it is of the sort ${target.sort}, but its type of ${type.kind}`, typeStart);
  }
  const item = type === undefined ? scope.item(target.sort, target.index) : itemOf(scope, type);
  scope.add(reader, target.sort, item ?? plainItem, start);
  return { name, target, type };
}
