import type { NumberKind, ValueType } from "@polyplug/abi";

const arrays = new Map<string, (list: readonly unknown[]) => unknown>([
  ["s8", (list) => Int8Array.from(list, Number)],
  ["u8", (list) => Uint8Array.from(list, Number)],
  ["s16", (list) => Int16Array.from(list, Number)],
  ["u16", (list) => Uint16Array.from(list, Number)],
  ["s32", (list) => Int32Array.from(list, Number)],
  ["u32", (list) => Uint32Array.from(list, Number)],
  ["s64", (list) => BigInt64Array.from(list, bigint)],
  ["u64", (list) => BigUint64Array.from(list, bigint)],
  ["f32", (list) => Float32Array.from(list, Number)],
  ["f64", (list) => Float64Array.from(list, Number)],
] satisfies [NumberKind, (list: readonly unknown[]) => unknown][]);

function bigint(value: unknown): bigint {
  return BigInt(String(value));
}

/** A list as JavaScript has it: of numbers a typed array. */
export function arrayOf({ kind }: ValueType, list: readonly unknown[]): unknown {
  return arrays.get(kind)?.(list) ?? list;
}

/**
 * What a value of one type is to somebody who knows it by another: no more than the other type says, and what it says in
 * its own words. It follows the rules as they are told, and nothing of how they are kept.
 */
export function converted(value: unknown, from: ValueType, to: ValueType): unknown {
  if (from.kind === "option" && to.kind === "option") {
    if (value === undefined) return undefined;
    return from.type.kind === "option" ? carried(value, from.type, to.type) : converted(value, from.type, to.type);
  }
  if (from.kind === "list" && to.kind === "list") {
    const list = Array.from(iterable(value), (one) => converted(one, from.element, to.element));
    return arrayOf(to.element, list);
  }
  if (from.kind === "tuple" && to.kind === "tuple") {
    return to.types.map((type, index) => converted(property(value, index), from.types[index] ?? type, type));
  }
  if (from.kind === "record" && to.kind === "record") {
    const fields = to.fields.flatMap(({ name, type }) => {
      const given = from.fields.find((field) => field.name === name);
      const key = camel(name);
      return given === undefined ? [] : [[key, converted(property(value, key), given.type, type)]];
    });
    return Object.fromEntries(fields);
  }
  if (from.kind === "variant" && to.kind === "variant") {
    const tag = property(value, "tag");
    const typeIn = (type: typeof from): ValueType | undefined => type.cases.find(({ name }) => name === tag)?.type;
    return carried(value, typeIn(from), typeIn(to));
  }
  if (from.kind === "result" && to.kind === "result") {
    return property(value, "tag") === "ok" ? carried(value, from.ok, to.ok) : carried(value, from.err, to.err);
  }
  if (to.kind === "flags") {
    return Object.fromEntries(to.labels.map((label) => [camel(label), property(value, camel(label)) ?? false]));
  }
  if (typeof value === "number" || typeof value === "bigint")
    return to.kind.endsWith("64") && to.kind !== "f64" ? BigInt(value) : Number(value);
  return value;
}

function carried(value: unknown, from: ValueType | undefined, to: ValueType | undefined): unknown {
  const tag = property(value, "tag");
  if (from === undefined || to === undefined || tag === "none") return { tag };
  return { tag, val: converted(property(value, "val"), from, to) };
}

function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function iterable(value: unknown): Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value ? (value as Iterable<unknown>) : [];
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
