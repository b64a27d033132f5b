import { printableName } from "@polyplug/errors";
import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";
import type { CoreInstance, Named } from "../component.ts";
import type { CoreSort } from "../sort.ts";
import { type ComponentScope, plainItem } from "./component-scope.ts";
import { decodeCoreSort, decodeSortedIndex } from "./sort.ts";

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#instance-definitions |
 * Binary, instance definitions}.
 */
export function decodeCoreInstance(reader: ByteReader, scope: ComponentScope): CoreInstance {
  const start = reader.offset;
  const kind = reader.oneOf("form of the instance", ["instantiate", "exports"] as const);
  const instance = kind === "instantiate" ? decodeInstantiation(reader, scope) : decodeExports(reader, scope);
  scope.add(reader, "core instance", plainItem, start);
  return instance;
}

function decodeInstantiation(reader: ByteReader, scope: ComponentScope): CoreInstance {
  const module = decodeSortedIndex(reader, scope, "core module");
  const name = uniqueNames(reader);
  const args = scope.list(reader, "argument", limits.instantiationArgs, (): Named<"core instance"> => {
    const entry = name();
    const start = reader.offset;
    const sort = decodeCoreSort(reader);
    if (sort !== "core instance") throw reader.malformed(`an argument is a core instance, not a ${sort}`, start);
    return { name: entry, sort, index: decodeSortedIndex(reader, scope, sort) };
  });
  return { kind: "instantiate", module, args };
}

function decodeExports(reader: ByteReader, scope: ComponentScope): CoreInstance {
  const name = uniqueNames(reader);
  const exports = scope.list(reader, "export", limits.instantiationExports, (): Named<CoreSort> => {
    const entry = name();
    const start = reader.offset;
    const sort = decodeCoreSort(reader);
    if (sort === "core type" || sort === "core module" || sort === "core instance") {
      throw reader.malformed(`a core instance cannot export a ${sort}`, start);
    }
    return { name: entry, sort, index: decodeSortedIndex(reader, scope, sort) };
  });
  return { kind: "exports", exports };
}

/** Reads names that belong together, one a call: no two may be the same. */
export function uniqueNames(reader: ByteReader): () => string {
  const seen = new Set<string>();
  return () => {
    const start = reader.offset;
    const name = reader.name("name");
    if (seen.has(name)) throw reader.malformed(`name "${printableName(name)}" is there already`, start);
    seen.add(name);
    return name;
  };
}
