import type { ResourceType, ValueType } from "@polyplug/abi";

/** The types that a type is made of, one level deep. */
export function partsOf(type: ValueType): readonly (ValueType | ResourceType)[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "record":
      return type.fields.map((field) => field.type);
    case "tuple":
      return type.types;
    case "variant":
      return type.cases.flatMap((one) => one.type ?? []);
    case "option":
      return [type.type];
    case "result":
      return [type.ok, type.err].flatMap((one) => one ?? []);
    case "own":
    case "borrow":
      return [type.resource];
    default:
      return [];
  }
}
