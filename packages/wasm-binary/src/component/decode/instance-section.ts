import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";
import type { Instance } from "../component.ts";
import type { Sort } from "../sort.ts";
import type { ComponentScope } from "./component-scope.ts";
import { uniqueNames } from "./core-instance-section.ts";
import { checkExternName, decodeExternName } from "./extern-name.ts";
import { decodeSortedIndex, decodeSortIndex } from "./sort.ts";

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#instance-definitions |
 * Binary, instance definitions}.
 */
export function decodeInstance(reader: ByteReader, scope: ComponentScope): Instance {
  const start = reader.offset;
  const kind = reader.oneOf("form of the instance", ["instantiate", "exports"] as const);
  scope.reach = 0;
  const instance = kind === "instantiate" ? decodeInstantiation(reader, scope) : decodeExports(reader, scope);
  scope.add(reader, "instance", { kind: "instance", depth: scope.reach }, start);
  return instance;
}

function decodeInstantiation(reader: ByteReader, scope: ComponentScope): Instance {
  const component = decodeSortedIndex(reader, scope, "component");
  const name = uniqueNames(reader);
  const args = scope.list(reader, "argument", limits.instantiationArgs, () => ({
    name: name(),
    ...decodeSortIndex(reader, scope),
  }));
  return { kind: "instantiate", component, args };
}

function decodeExports(reader: ByteReader, scope: ComponentScope): Instance {
  const names = new Map<string, Sort>();
  const exports = scope.list(reader, "export", limits.instantiationExports, () => {
    const start = reader.offset;
    const name = decodeExternName(reader);
    const target = decodeSortIndex(reader, scope);
    checkExternName(reader, names, name, target.sort, start);
    return { name, ...target };
  });
  return { kind: "exports", exports };
}
