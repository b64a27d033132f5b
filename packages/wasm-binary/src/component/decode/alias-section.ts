import type { ByteReader } from "../../byte-reader.ts";
import type { Alias } from "../alias.ts";
import type { Sort } from "../sort.ts";
import { type ComponentScope, plainItem } from "./component-scope.ts";
import { decodeSort, decodeSortedIndex, referTo } from "./sort.ts";

const aliases = ["export", "core export", "outer"] as const;

type AliasKind = (typeof aliases)[number];

const sortsIn: Readonly<Record<AliasKind, { readonly component: readonly Sort[]; readonly type: readonly Sort[] }>> = {
  export: {
    component: ["core module", "func", "value", "type", "component", "instance"],
    type: ["type", "instance"],
  },
  "core export": { component: ["core func", "core table", "core memory", "core global", "core tag"], type: [] },
  outer: { component: ["core module", "core type", "type", "component"], type: ["core type", "type"] },
};

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#alias-definitions |
 * Binary, alias definitions}.
 */
export function decodeAlias(reader: ByteReader, scope: ComponentScope): Alias {
  const start = reader.offset;
  const sort = decodeSort(reader);
  const kind = reader.oneOf("alias", aliases);
  const sorts = sortsIn[kind][scope.kind === "component" ? "component" : "type"];
  if (!sorts.includes(sort))
    throw reader.malformed(`the ${scope.kind} has no ${kind} aliases of the sort ${sort}`, start);
  if (kind === "outer") return { kind, sort, ...decodeOuter(reader, scope, sort) };
  const instance = decodeSortedIndex(reader, scope, kind === "export" ? "instance" : "core instance");
  const depth = scope.item("instance", instance)?.depth ?? 0;
  scope.add(reader, sort, kind === "export" ? { kind: undefined, depth } : plainItem, start);
  return { kind, sort, instance, name: reader.name("name") };
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#alias-definitions |
 * Binary, alias definitions}.
 */
export function decodeOuter(
  reader: ByteReader,
  scope: ComponentScope,
  sort: Sort,
): { readonly count: number; readonly index: number } {
  const start = reader.offset;
  const count = reader.u32("scope count");
  const target = scope.outward(count);
  if (target === undefined) throw reader.malformed(`there are no ${count} scopes around this one`, start);
  const indexStart = reader.offset;
  const index = reader.u32(`${sort} index`);
  referTo(reader, target, sort, index, scope.kind === "module type" ? "core type" : undefined, indexStart);
  const item = target.item(sort, index) ?? plainItem;
  if (sort !== "core type") scope.add(reader, sort, item, start);
  else scope.addCoreType(reader, item, start, target.types[index], target.supertypeDepths[index]);
  return { count, index };
}
