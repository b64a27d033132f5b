import { camelCase, numberArrayConstructor, numberType, type ValueType } from "@polyplug/abi";
import { Misfit } from "./misfit.ts";
import type { ObjectIds } from "./object-ids.ts";
import type { Json } from "./record-line.ts";

const named: ReadonlyMap<Json, number> = new Map([
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["-0", -0],
]);

/**
 * The reverse of {@link encodeValue}. Anybody may have written the record, so a value of the wrong form throws a
 * {@link Misfit}; one that is only out of range is left to whoever takes it.
 */
export function decodeValue(type: ValueType, json: Json | undefined, ids: ObjectIds): unknown {
  switch (type.kind) {
    case "bool":
      return typeof json === "boolean" ? json : misfit("a bool");
    case "string":
    case "char":
    case "enum":
      return typeof json === "string" ? json : misfit(`the text of a ${type.kind}`);
    case "list":
      return decodeList(type.element, json, ids);
    case "record": {
      const record = objectOf(json);
      const seen = type.fields.filter(({ hidden }) => hidden !== true);
      return Object.fromEntries(
        seen.map(({ name, type: field }) => [camelCase(name), decodeValue(field, own(record, name), ids)]),
      );
    }
    case "tuple": {
      const parts = arrayOf(json);
      return type.types.map((part, index) => decodeValue(part, parts[index], ids));
    }
    case "option": {
      const [value, ...more] = arrayOf(json);
      if (more.length > 0) return misfit("an array of at most one value");
      if (type.type.kind !== "option") return value === undefined ? undefined : decodeValue(type.type, value, ids);
      return value === undefined ? undefined : { tag: "some", val: decodeValue(type.type, value, ids) };
    }
    case "variant":
      return decodeCase(type.cases, json, ids);
    case "result":
      return decodeCase(
        [
          { name: "ok", type: type.ok },
          { name: "err", type: type.err },
        ],
        json,
        ids,
      );
    case "flags": {
      const set = arrayOf(json);
      return Object.fromEntries((type.view ?? type).labels.map((label) => [camelCase(label), set.includes(label)]));
    }
    case "own":
    case "borrow":
      return ids.valueOf(idOf(json));
    case "unsupported":
      return misfit("no value");
    default: {
      const seen = type.view ?? type.kind;
      return seen === "s64" || seen === "u64" ? bigintOf(json) : numberOf(json);
    }
  }
}

/** The reverse of {@link encodeCore}. */
export function decodeCore(type: string, json: Json | undefined, ids: ObjectIds): unknown {
  if (type === "i64") return bigintOf(json);
  if (/^(i32|f32|f64)$/.test(type)) return numberOf(json);
  return json === null || json === undefined ? null : ids.valueOf(idOf(json));
}

function decodeList(element: ValueType, json: Json | undefined, ids: ObjectIds): unknown {
  if (element.kind === "u8" && element.view === undefined) return fromBase64(json);
  const list = arrayOf(json).map((one) => decodeValue(element, one, ids));
  const number = numberType(element);
  if (number === undefined) return list;
  const array = new (numberArrayConstructor(number))(list.length);
  for (const [index, one] of list.entries()) Reflect.set(array, index, one);
  return array;
}

function decodeCase(
  cases: readonly { readonly name: string; readonly type?: ValueType | undefined }[],
  json: Json | undefined,
  ids: ObjectIds,
): unknown {
  const [entry, ...more] = Object.entries(objectOf(json));
  const chosen = cases.find(({ name }) => name === entry?.[0]);
  if (entry === undefined || chosen === undefined || more.length > 0) return misfit("one case of its variant");
  if (chosen.type === undefined) return { tag: chosen.name };
  return { tag: chosen.name, val: decodeValue(chosen.type, entry[1], ids) };
}

/** Throws a {@link Misfit} for what is no base64. */
export function fromBase64(json: Json | undefined): Uint8Array {
  if (typeof json !== "string") return misfit("bytes in base64");
  try {
    return Uint8Array.from(atob(json), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw new Misfit("expected bytes in base64", { cause });
  }
}

function numberOf(json: Json | undefined): number {
  if (typeof json === "number") return json;
  return (json === undefined ? undefined : named.get(json)) ?? misfit("a number");
}

function bigintOf(json: Json | undefined): bigint {
  return typeof json === "string" && /^-?\d{1,20}$/.test(json) ? BigInt(json) : misfit("the decimals of an integer");
}

function idOf(json: Json | undefined): number {
  return typeof json === "number" && Number.isInteger(json) && json >= 0 && json < 2 ** 32
    ? json
    : misfit("a number of an object");
}

function arrayOf(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? json : misfit("an array");
}

function objectOf(json: Json | undefined): { readonly [key: string]: Json } {
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  return isObject ? (json as { readonly [key: string]: Json }) : misfit("an object");
}

function own(holder: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function misfit(wanted: string): never {
  throw new Misfit(`expected ${wanted}`);
}
