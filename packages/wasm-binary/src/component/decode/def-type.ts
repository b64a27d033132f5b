import type { ByteReader } from "../../byte-reader.ts";
import { decodeValType } from "../../decode/value-type.ts";
import { limits } from "../../limits.ts";
import type { ComponentDefType, ComponentFuncType, DefinedResourceType } from "../component-type.ts";
import type { ComponentScope, TypeKind } from "./component-scope.ts";
import { decodeDeclarators } from "./declarators.ts";
import { decodeDefinedValType } from "./defined-val-type.ts";
import { labeled } from "./labels.ts";
import { decodeSortedIndex } from "./sort.ts";
import { decodeOptional, decodeResultList } from "./val-type.ts";

/**
 * Reads a type and gives it the next type index.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
export function decodeDefType(reader: ByteReader, scope: ComponentScope): ComponentDefType {
  const start = reader.offset;
  scope.reach = 0;
  const type = decodeUnnumbered(reader, scope);
  scope.add(reader, "type", { kind: kindOf(type), depth: scope.reach + 1 }, start);
  return type;
}

function kindOf({ kind }: ComponentDefType): TypeKind {
  return kind === "func" || kind === "resource" || kind === "component" || kind === "instance" ? kind : "value";
}

function decodeUnnumbered(reader: ByteReader, scope: ComponentScope): ComponentDefType {
  const code = reader.peek();
  if (code < 0x3f || code > 0x43) return decodeDefinedValType(reader, scope);
  const start = reader.offset++;
  switch (code) {
    case 0x3f:
      return decodeResourceType(reader, scope, start);
    case 0x41:
      return { kind: "component", declarators: decodeDeclarators(reader, scope, "component type") };
    case 0x42:
      return { kind: "instance", declarators: decodeDeclarators(reader, scope, "instance type") };
    default:
      return decodeFuncType(reader, scope, code);
  }
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
function decodeFuncType(reader: ByteReader, scope: ComponentScope, code: number): ComponentFuncType {
  const params = scope.list(reader, "parameter", limits.params, labeled(reader, scope));
  return { kind: "func", async: code === 0x43, params, result: decodeResultList(reader, scope) };
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
function decodeResourceType(reader: ByteReader, scope: ComponentScope, start: number): DefinedResourceType {
  if (scope.kind !== "component") throw reader.malformed(`the ${scope.kind} cannot define a resource`, start);
  const repStart = reader.offset;
  const rep = decodeValType(reader, scope);
  if (rep !== "i32" && rep !== "i64") throw reader.malformed("a resource is represented by i32 or i64", repStart);
  const destructor = decodeOptional(reader, "destructor", () => decodeSortedIndex(reader, scope, "core func"));
  return { kind: "resource", rep, destructor };
}
