import type { FunctionType, ValueType } from "@polyplug/abi";

/** Finds what calling a function would need and is not there yet, looking at each type once. */
export class UnsupportedFinder {
  readonly #known = new Map<ValueType, string | undefined>();

  /** As WIT writes it: `async func`, `stream<u8>`; of a parameter or result the first. */
  in({ async, params, result }: FunctionType): string[] {
    const parts = [...params.map(({ type }) => type), result].map((type) => this.#first(type));
    const found = parts.filter((text) => text !== undefined);
    return [...new Set(async ? ["async func", ...found] : found)];
  }

  #first(type: ValueType | undefined): string | undefined {
    if (type === undefined) return undefined;
    if (type.kind === "unsupported") return type.text;
    if (this.#known.has(type)) return this.#known.get(type);
    let found: string | undefined;
    for (const part of partsOf(type)) found ??= this.#first(part);
    this.#known.set(type, found);
    return found;
  }
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
