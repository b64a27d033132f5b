import type { FunctionType, ValueType } from "@polyplug/abi";

/** What calling a function would need and is not there yet, as WIT writes it: `async func`, `stream<u8>`. */
export function unsupportedIn({ async, params, result }: FunctionType): string[] {
  const found = new Set<string>(async ? ["async func"] : []);
  // A type may be part of itself a thousandfold: `tuple<t, t>` of `tuple<u, u>`, and so on.
  const seen = new Set<ValueType>();
  const visit = (type: ValueType | undefined): void => {
    if (type === undefined || seen.has(type)) return;
    seen.add(type);
    if (type.kind === "unsupported") found.add(type.text);
    else for (const part of partsOf(type)) visit(part);
  };
  for (const { type } of params) visit(type);
  visit(result);
  return [...found];
}

function partsOf(type: ValueType): readonly (ValueType | undefined)[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "option":
      return [type.type];
    case "tuple":
      return type.types;
    case "record":
      return type.fields.map((field) => field.type);
    case "variant":
      return type.cases.map((one) => one.type);
    case "result":
      return [type.ok, type.err];
    default:
      return [];
  }
}
