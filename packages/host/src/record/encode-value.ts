import { camelCase, type ValueType } from "@polyplug/abi";
import { Misfit } from "./misfit.ts";
import type { ObjectIds } from "./object-ids.ts";
import type { Json } from "./record-line.ts";

/**
 * A value of JavaScript as a record has it, exact but for the bits of a NaN: a 64-bit integer is a decimal text, `nan`, `inf`,
 * `-inf` and `-0` are texts, a `list<u8>` is base64, a record has its fields under their WIT names, a variant is
 * `{ case: value }`, flags are those that are set, an option is `[]` or `[value]`, a resource is a number.
 *
 * Throws a {@link Misfit} for what is none of the type.
 */
export function encodeValue(type: ValueType, value: unknown, ids: ObjectIds): Json {
  switch (type.kind) {
    case "bool":
      return typeof value === "boolean" ? value : misfit("a bool");
    case "string":
    case "char":
      return typeof value === "string" ? value : misfit(`a ${type.kind}`);
    case "list":
      return encodeList(type.element, value, ids);
    case "record":
      return encodeRecord(type.fields, value, ids);
    case "tuple":
      if (!Array.isArray(value)) return misfit("a tuple");
      return type.types.map((part, index) => encodeValue(part, value[index], ids));
    case "enum":
      return typeof value === "string" && type.labels.includes(value) ? value : misfit("an enum");
    case "option":
      return encodeOption(type.type, value, ids);
    case "variant":
      return encodeCase(type.cases, value, ids);
    case "result":
      return encodeCase(
        [
          { name: "ok", type: type.ok },
          { name: "err", type: type.err },
        ],
        value,
        ids,
      );
    case "flags": {
      const flags = objectOf(value, "flags");
      return (type.view ?? type).labels.filter((label) => Reflect.get(flags, camelCase(label)) === true);
    }
    case "own":
    case "borrow":
      return ids.idOf(objectOf(value, "a resource"));
    case "unsupported":
      return misfit("a value that can be passed");
    default:
      return encodeNumber(value);
  }
}

/** A number of WIT or of core WebAssembly. */
function encodeNumber(value: unknown): Json {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "number") return misfit("a number");
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  return Object.is(value, -0) ? "-0" : value;
}

/** The value of a core type. A reference is a number, but for null. */
export function encodeCore(type: string, value: unknown, ids: ObjectIds): Json {
  if (/^[if](32|64)$/.test(type)) return encodeNumber(value);
  return value === null ? null : ids.idOf(value);
}

function encodeList(element: ValueType, value: unknown, ids: ObjectIds): Json {
  if (element.kind === "u8" && element.view === undefined && value instanceof Uint8Array) return toBase64(value);
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return misfit("a list");
  const list = Array.from(value as ArrayLike<unknown>, (one) => encodeValue(element, one, ids));
  if (element.kind !== "u8" || element.view !== undefined) return list;
  return toBase64(Uint8Array.from(list as readonly number[]));
}

function encodeRecord(
  fields: readonly { readonly name: string; readonly type: ValueType; readonly hidden?: boolean | undefined }[],
  value: unknown,
  ids: ObjectIds,
): Json {
  const record = objectOf(value, "a record");
  const seen = fields.filter(({ hidden }) => hidden !== true);
  return Object.fromEntries(
    seen.map(({ name, type }) => [name, encodeValue(type, propertyOf(record, camelCase(name)), ids)]),
  );
}

/** What every object has does not count: a field may be called `constructor`. */
function propertyOf(holder: object, key: string): unknown {
  return key in Object.prototype && !Object.hasOwn(holder, key) ? undefined : Reflect.get(holder, key);
}

function encodeOption(type: ValueType, value: unknown, ids: ObjectIds): Json {
  if (value === undefined) return [];
  if (type.kind !== "option") return [encodeValue(type, value, ids)];
  const { tag, val } = objectOf(value, "an option") as { readonly tag?: unknown; readonly val?: unknown };
  return tag === "none" ? [] : [encodeValue(type, val, ids)];
}

function encodeCase(
  cases: readonly { readonly name: string; readonly type?: ValueType | undefined }[],
  value: unknown,
  ids: ObjectIds,
): Json {
  const { tag, val } = objectOf(value, "a variant") as { readonly tag?: unknown; readonly val?: unknown };
  const chosen = cases.find(({ name }) => name === tag);
  if (chosen === undefined) return misfit("a case of its variant");
  return { [chosen.name]: chosen.type === undefined ? null : encodeValue(chosen.type, val, ids) };
}

function objectOf(value: unknown, wanted: string): object {
  return (typeof value === "object" && value !== null) || typeof value === "function" ? value : misfit(wanted);
}

/** `btoa` takes characters, and a call as many arguments as the stack has room for. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8_192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8_192)));
  }
  return btoa(parts.join(""));
}

function misfit(wanted: string): never {
  throw new Misfit(`expected ${wanted}`);
}
