import { printableName } from "@polyplug/errors";
import type { ByteReader } from "../../byte-reader.ts";
import { decodeExternType } from "../../decode/extern-type.ts";
import { decodeImport } from "../../decode/import-section.ts";
import { decodeRecType } from "../../decode/type-section.ts";
import { limits } from "../../limits.ts";
import type { CoreDefType, ModuleDeclarator } from "../component-type.ts";
import { decodeOuter } from "./alias-section.ts";
import { ComponentScope } from "./component-scope.ts";
import { decodeCoreSort } from "./sort.ts";

const moduleCode = 0x50;
const subtypeFollows = 0x00;

/**
 * Reads a core type and gives it the next core type index; a recursion group takes one for each of its types.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
export function decodeCoreType(reader: ByteReader, scope: ComponentScope): CoreDefType {
  const start = reader.offset;
  if (reader.peek() !== moduleCode || scope.kind === "module type") return decodeRecGroup(reader, scope);
  reader.offset++;
  const inner = new ComponentScope("module type", scope, reader);
  const exports = new Set<string>();
  const declarators = scope.list(reader, "declarator", limits.moduleDeclarators, () =>
    decodeModuleDeclarator(reader, inner, exports),
  );
  scope.addCoreType(reader, { kind: "core module", depth: inner.deepest + 1 }, start);
  return { kind: "module", declarators };
}

/** A type that is not final begins with the code of a module type; outside of one, 0 comes before it. */
function decodeRecGroup(reader: ByteReader, scope: ComponentScope): CoreDefType {
  const start = reader.offset;
  const first = scope.types.length;
  if (reader.peek() === subtypeFollows) {
    reader.offset++;
    if (reader.peek() !== moduleCode) throw reader.malformed("no subtype follows the 0 that announces one", start);
  }
  decodeRecType(reader, scope, scope.supertypeDepths);
  const types = scope.types.slice(first).filter((type) => type !== undefined);
  scope.budget.spend(reader, types.length, start);
  for (const _ of types) scope.add(reader, "core type", { kind: "core type", depth: 1 }, start);
  return { kind: "rec group", types };
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
function decodeModuleDeclarator(reader: ByteReader, scope: ComponentScope, exports: Set<string>): ModuleDeclarator {
  const start = reader.offset;
  const code = reader.byte("declarator");
  switch (code) {
    case 0x00:
      return { kind: "import", import: decodeImport(reader, scope) };
    case 0x01:
      return { kind: "core type", type: decodeCoreType(reader, scope) };
    case 0x02:
      return { kind: "outer alias", ...decodeCoreAlias(reader, scope) };
    case 0x03: {
      const name = reader.name("name");
      if (exports.has(name)) throw reader.malformed(`name "${printableName(name)}" is exported twice`, start);
      exports.add(name);
      return { kind: "export", name, type: decodeExternType(reader, scope) };
    }
    default:
      throw reader.unknown("declarator", code, start);
  }
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
function decodeCoreAlias(reader: ByteReader, scope: ComponentScope): { count: number; index: number } {
  const start = reader.offset;
  const sort = decodeCoreSort(reader);
  if (sort !== "core type") throw reader.malformed(`a module type has no aliases of a ${sort}`, start);
  reader.oneOf("alias", new Map([[0x01, "outer"]]));
  return decodeOuter(reader, scope, sort);
}
