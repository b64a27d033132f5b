import type { FunctionType, ValueType } from "@polyplug/abi";

/** Every type that a function's values are made of, each once. */
export function typesIn({ params, result }: FunctionType): ReadonlySet<ValueType> {
  const found = new Set<ValueType>();
  const left: (ValueType | undefined)[] = [...params.map(({ type }) => type), result];
  while (left.length > 0) {
    const type = left.pop();
    if (type === undefined || found.has(type)) continue;
    found.add(type);
    left.push(...partsOf(type));
  }
  return found;
}

function partsOf(type: ValueType): readonly (ValueType | undefined)[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "record":
      return type.fields.map((field) => field.type);
    case "tuple":
      return type.types;
    case "variant":
      return type.cases.map((one) => one.type);
    case "option":
      return [type.type];
    case "result":
      return [type.ok, type.err];
    default:
      return [];
  }
}
