import type { ByteReader } from "../../byte-reader.ts";
import type { ComponentExternType, TypeBound } from "../component-type.ts";
import { type ComponentScope, type Item, plainItem } from "./component-scope.ts";
import { decodeSort, decodeSortedIndex } from "./sort.ts";
import { decodeComponentValType } from "./val-type.ts";

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
export function decodeComponentExternType(reader: ByteReader, scope: ComponentScope): ComponentExternType {
  const start = reader.offset;
  const kind = decodeSort(reader);
  switch (kind) {
    case "core module":
      return { kind, type: decodeSortedIndex(reader, scope, "core type", "core module") };
    case "func":
    case "component":
    case "instance":
      return { kind, type: decodeSortedIndex(reader, scope, "type", kind) };
    case "type":
      return { kind, bound: decodeTypeBound(reader, scope) };
    case "value":
      return { kind, bound: decodeValueBound(reader, scope) };
    default:
      throw reader.malformed(`a ${kind} cannot be imported or exported`, start);
  }
}

type ValueBound = Extract<ComponentExternType, { kind: "value" }>["bound"];

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
function decodeTypeBound(reader: ByteReader, scope: ComponentScope): TypeBound {
  const kind = reader.oneOf("type bound", ["eq", "sub resource"] as const);
  return kind === "eq" ? { kind, type: decodeSortedIndex(reader, scope, "type") } : { kind };
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
function decodeValueBound(reader: ByteReader, scope: ComponentScope): ValueBound {
  const kind = reader.oneOf("value bound", ["eq", "type"] as const);
  return kind === "eq"
    ? { kind, value: decodeSortedIndex(reader, scope, "value") }
    : { kind, type: decodeComponentValType(reader, scope) };
}

/** What an import or export of this type adds to the index space of its sort. */
export function itemOf(scope: ComponentScope, type: ComponentExternType): Item {
  switch (type.kind) {
    case "core module":
      return scope.item("core type", type.type) ?? plainItem;
    case "value":
      return plainItem;
    case "type":
      return type.bound.kind === "eq" ? (scope.item("type", type.bound.type) ?? plainItem) : resource;
    default:
      return scope.item("type", type.type) ?? plainItem;
  }
}

const resource: Item = { kind: "resource", depth: 1 };
