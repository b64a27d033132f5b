import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";
import type { Declarator } from "../component-type.ts";
import { decodeAlias } from "./alias-section.ts";
import { ComponentScope } from "./component-scope.ts";
import { decodeCoreType } from "./core-type-section.ts";
import { decodeDefType } from "./def-type.ts";
import { checkExternName, decodeExternName } from "./extern-name.ts";
import { decodeComponentExternType, itemOf } from "./extern-type.ts";

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
export function decodeDeclarators(
  reader: ByteReader,
  outer: ComponentScope,
  kind: "component type" | "instance type",
): Declarator[] {
  const scope = new ComponentScope(kind, outer, reader);
  const declarators = scope.list(reader, "declarator", limits.declarators, () => decodeDeclarator(reader, scope));
  outer.reach = Math.max(outer.reach, scope.deepest);
  return declarators;
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
function decodeDeclarator(reader: ByteReader, scope: ComponentScope): Declarator {
  const start = reader.offset;
  const offset = reader.inFile(start);
  const code = reader.byte("declarator");
  switch (code) {
    case 0x00:
      return { kind: "core type", type: decodeCoreType(reader, scope), offset };
    case 0x01:
      return { kind: "type", type: decodeDefType(reader, scope), offset };
    case 0x02:
      return { kind: "alias", alias: decodeAlias(reader, scope), offset };
    case 0x03:
      if (scope.kind !== "component type") throw reader.malformed(`the ${scope.kind} has no imports`, start);
      return { kind: "import", ...decodeDeclared(reader, scope, scope.imports), offset };
    case 0x04:
      return { kind: "export", ...decodeDeclared(reader, scope, scope.exports), offset };
    default:
      throw reader.unknown("declarator", code, start);
  }
}

/** An import, of a component as of a type, or an export of a type: a name and what it stands for. */
export function decodeDeclared(
  reader: ByteReader,
  scope: ComponentScope,
  names: ComponentScope["imports"],
): Pick<Extract<Declarator, { kind: "import" }>, "name" | "type"> {
  const start = reader.offset;
  const name = decodeExternName(reader);
  const type = decodeComponentExternType(reader, scope);
  checkExternName(reader, names, name, type.kind, start);
  scope.add(reader, type.kind, itemOf(scope, type), start);
  return { name, type };
}
