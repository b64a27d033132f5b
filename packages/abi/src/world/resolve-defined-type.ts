import type { ComponentValType, DefinedValType } from "@polyplug/wasm-binary";
import type { UnsupportedType, ValueType } from "../types/value-type.ts";
import { printType } from "./print-type.ts";
import type { TypeScope } from "./type-scope.ts";

/** A type of values as it is defined in a scope, resolved. */
export function resolveDefinedType(scope: TypeScope, type: DefinedValType, offset: number): ValueType {
  const { resolution } = scope;
  const at = (part: ComponentValType): ValueType => scope.valueType(part, offset);
  const maybe = (part: ComponentValType | undefined): ValueType | undefined =>
    part === undefined ? undefined : at(part);
  resolution.spend(partsOf(type), offset);
  switch (type.kind) {
    case "primitive":
      return at(type.type);
    case "list": {
      const element = at(type.element);
      if (type.length !== undefined) return unsupported(scope, "list", [element], type.length);
      return resolution.composed({ kind: "list", element }, [element], offset);
    }
    case "record": {
      const fields = type.fields.map((field) => ({ name: field.label, type: at(field.type) }));
      const parts = fields.map((field) => field.type);
      return resolution.composed({ kind: "record", fields }, parts, offset);
    }
    case "variant": {
      const cases = type.cases.map((one) => ({ name: one.label, type: maybe(one.type) }));
      const parts = cases.map((one) => one.type);
      return resolution.composed({ kind: "variant", cases }, parts, offset);
    }
    case "tuple": {
      const types = type.types.map(at);
      return resolution.composed({ kind: "tuple", types }, types, offset);
    }
    case "flags":
    case "enum":
      return { kind: type.kind, labels: type.labels };
    case "option": {
      const inner = at(type.type);
      return resolution.composed({ kind: "option", type: inner }, [inner], offset);
    }
    case "result": {
      const [ok, err] = [maybe(type.ok), maybe(type.err)];
      return resolution.composed({ kind: "result", ok, err }, [ok, err], offset);
    }
    case "own":
    case "borrow":
      return resolution.composed({ kind: type.kind, resource: scope.resource(type.resource, offset) }, [], offset);
    case "stream":
    case "future":
      return unsupported(scope, type.kind, [maybe(type.type)]);
    case "map":
      return unsupported(scope, "map", [at(type.key), at(type.value)]);
  }
}

function partsOf(type: DefinedValType): number {
  switch (type.kind) {
    case "record":
      return 1 + type.fields.length;
    case "variant":
      return 1 + type.cases.length;
    case "tuple":
      return 1 + type.types.length;
    case "flags":
    case "enum":
      return 1 + type.labels.length;
    default:
      return 1;
  }
}

/** What can only be told of: `stream<u8>`. */
function unsupported(
  { resolution }: TypeScope,
  word: string,
  parts: readonly (ValueType | undefined)[],
  length?: number,
): UnsupportedType {
  const written: (string | number)[] = [];
  for (const part of parts) {
    if (part !== undefined) written.push(printType(part, (type) => resolution.nameOf(type)));
  }
  if (length !== undefined) written.push(length);
  return { kind: "unsupported", text: written.length === 0 ? word : `${word}<${written.join(", ")}>` };
}
