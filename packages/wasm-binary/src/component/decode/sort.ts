import type { ByteReader } from "../../byte-reader.ts";
import type { CoreSort, Sort, SortIndex } from "../sort.ts";
import type { ComponentScope, TypeKind } from "./component-scope.ts";

const coreSorts: ReadonlyMap<number, CoreSort> = new Map([
  [0x00, "core func"],
  [0x01, "core table"],
  [0x02, "core memory"],
  [0x03, "core global"],
  [0x04, "core tag"],
  [0x10, "core type"],
  [0x11, "core module"],
  [0x12, "core instance"],
]);

const sorts: readonly (Sort | "core")[] = ["core", "func", "value", "type", "component", "instance"];

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#instance-definitions |
 * Binary, instance definitions}.
 */
export function decodeCoreSort(reader: ByteReader): CoreSort {
  return reader.oneOf("core sort", coreSorts);
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#instance-definitions |
 * Binary, instance definitions}.
 */
export function decodeSort(reader: ByteReader): Sort {
  const sort = reader.oneOf("sort", sorts);
  return sort === "core" ? decodeCoreSort(reader) : sort;
}

/** An index of `sort` that must refer to something and, where that shows, to a type of this kind. */
export function decodeSortedIndex(reader: ByteReader, scope: ComponentScope, sort: Sort, kind?: TypeKind): number {
  const start = reader.offset;
  const index = reader.u32(`${sort} index`);
  referTo(reader, scope, sort, index, kind, start);
  return index;
}

/** The same for an index that was read already. */
export function referTo(
  reader: ByteReader,
  scope: ComponentScope,
  sort: Sort,
  index: number,
  kind: TypeKind | undefined,
  start: number,
): void {
  const item = scope.item(sort, index);
  if (item === undefined) {
    const count = scope.count(sort);
    throw reader.malformed(`${sort} index ${index} is out of range: there are ${count} of them`, start);
  }
  if (kind !== undefined && item.kind !== undefined && item.kind !== kind) {
    throw reader.malformed(`${sort} ${index} is of the kind ${item.kind}, not ${kind}`, start);
  }
  scope.reach = Math.max(scope.reach, item.depth);
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#instance-definitions |
 * Binary, instance definitions}.
 */
export function decodeSortIndex(reader: ByteReader, scope: ComponentScope): SortIndex {
  const start = reader.offset;
  const sort = decodeSort(reader);
  if (sort.startsWith("core ") && sort !== "core module") {
    throw reader.malformed(`a ${sort} cannot cross between components`, start);
  }
  return { sort, index: decodeSortedIndex(reader, scope, sort) };
}
