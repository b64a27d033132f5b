import { camelCase, type ValueType } from "@polyplug/abi";
import { Misfit } from "./misfit.ts";
import type { ObjectIds } from "./object-ids.ts";
import type { Json } from "./record-line.ts";
import { Room } from "./room.ts";

/**
 * A value of JavaScript as a record has it, exact but for the bits of a NaN: a 64-bit integer is a decimal text, `nan`, `inf`,
 * `-inf` and `-0` are texts, a `list<u8>` is base64, a record has its fields under their WIT names, a variant is
 * `{ case: value }`, flags are those that are set, an option is `[]` or `[value]`, a resource is a number.
 *
 * Throws a {@link Misfit} for what is none of the type, and `NoRoom` for what is longer than there is room for.
 */
export function encodeValue(type: ValueType, value: unknown, ids: ObjectIds, room: Room): Json {
  switch (type.kind) {
    case "bool":
      room.take(4);
      return typeof value === "boolean" ? value : misfit("a bool");
    case "string":
    case "char":
      if (typeof value !== "string") return misfit(`a ${type.kind}`);
      room.takeText(value);
      return value;
    case "list":
      return encodeList(type.element, value, ids, room);
    case "record":
      return encodeRecord(type.fields, value, ids, room);
    case "tuple":
      if (!Array.isArray(value)) return misfit("a tuple");
      room.take(2);
      return type.types.map((part, index) => encodeValue(part, value[index], ids, room));
    case "enum":
      if (typeof value !== "string" || !type.labels.includes(value)) return misfit("an enum");
      room.takeText(value);
      return value;
    case "option":
      return encodeOption(type.type, value, ids, room);
    case "variant":
      return encodeCase(type.cases, value, ids, room);
    case "result":
      return encodeCase(
        [
          { name: "ok", type: type.ok },
          { name: "err", type: type.err },
        ],
        value,
        ids,
        room,
      );
    case "flags": {
      const flags = objectOf(value, "flags");
      const set = (type.view ?? type).labels.filter((label) => Reflect.get(flags, camelCase(label)) === true);
      room.take(set.reduce((length, label) => length + label.length, 2));
      return set;
    }
    case "own":
    case "borrow":
      room.take(1);
      return ids.idOf(objectOf(value, "a resource"));
    case "unsupported":
      return misfit("a value that can be passed");
    default:
      return encodeNumber(value, room);
  }
}

/** A number of WIT or of core WebAssembly. */
function encodeNumber(value: unknown, room: Room): Json {
  const number = numberJson(value);
  room.take(String(number).length);
  return number;
}

function numberJson(value: unknown): string | number {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "number") return misfit("a number");
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  return Object.is(value, -0) ? "-0" : value;
}

/** The value of a core type. A reference is a number, but for null. */
export function encodeCore(type: string, value: unknown, ids: ObjectIds, room: Room): Json {
  if (/^[if](32|64)$/.test(type)) return encodeNumber(value, room);
  return value === null ? null : ids.idOf(value);
}

function encodeList(element: ValueType, value: unknown, ids: ObjectIds, room: Room): Json {
  if (element.kind === "u8" && element.view === undefined) return encodeBytes(value, ids, room);
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return misfit("a list");
  const values = value as ArrayLike<unknown>;
  // Brackets, and a comma between one and the next.
  room.take(values.length + 1);
  return Array.from(values, (one) => encodeValue(element, one, ids, room));
}

function encodeBytes(value: unknown, ids: ObjectIds, room: Room): Json {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return misfit("a list");
  const values = value as ArrayLike<unknown>;
  room.take(Math.ceil(values.length / 3) * 4);
  if (value instanceof Uint8Array) return toBase64(value);
  const digits = new Room(Number.POSITIVE_INFINITY);
  const list = Array.from(values, (one) => encodeValue({ kind: "u8" }, one, ids, digits));
  return toBase64(Uint8Array.from(list as readonly number[]));
}

function encodeRecord(
  fields: readonly { readonly name: string; readonly type: ValueType; readonly hidden?: boolean | undefined }[],
  value: unknown,
  ids: ObjectIds,
  room: Room,
): Json {
  const record = objectOf(value, "a record");
  const seen = fields.filter(({ hidden }) => hidden !== true);
  // Names with their quotes and colons.
  room.take(seen.reduce((length, { name }) => length + name.length + 3, 2));
  return Object.fromEntries(
    seen.map(({ name, type }) => [name, encodeValue(type, propertyOf(record, camelCase(name)), ids, room)]),
  );
}

/** What every object has does not count: a field may be called `constructor`. */
function propertyOf(holder: object, key: string): unknown {
  return key in Object.prototype && !Object.hasOwn(holder, key) ? undefined : Reflect.get(holder, key);
}

function encodeOption(type: ValueType, value: unknown, ids: ObjectIds, room: Room): Json {
  room.take(2);
  if (value === undefined) return [];
  if (type.kind !== "option") return [encodeValue(type, value, ids, room)];
  const { tag, val } = objectOf(value, "an option") as { readonly tag?: unknown; readonly val?: unknown };
  return tag === "none" ? [] : [encodeValue(type, val, ids, room)];
}

function encodeCase(
  cases: readonly { readonly name: string; readonly type?: ValueType | undefined }[],
  value: unknown,
  ids: ObjectIds,
  room: Room,
): Json {
  const { tag, val } = objectOf(value, "a variant") as { readonly tag?: unknown; readonly val?: unknown };
  const chosen = cases.find(({ name }) => name === tag);
  if (chosen === undefined) return misfit("a case of its variant");
  room.take(chosen.name.length + 5);
  return { [chosen.name]: chosen.type === undefined ? null : encodeValue(chosen.type, val, ids, room) };
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
